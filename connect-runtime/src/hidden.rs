//! Keys of an object that belong to something around the model which reads it: the tag of an enum, or the fields of a
//! struct that the model is flattened into.

use crate::{
    keys::Entry,
    reader::{Failure, Reader},
    shape::{Field, Shape},
};

/// What the models being read do not see.
#[derive(Debug, Default)]
pub(crate) struct HiddenKeys {
    /// The tag of the innermost enum.
    tag: Option<Tag>,
    /// What else is hidden, the innermost last; most texts have nothing of that.
    more: Vec<Hidden>,
}

/// The tag of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag {
    pub(crate) field: &'static Field,
    /// The offset in bytes of the object's bracket.
    pub(crate) object: usize,
    /// The offset of its first key.
    pub(crate) at: usize,
    /// The offset behind the value of that.
    pub(crate) end: usize,
}

#[derive(Debug)]
enum Hidden {
    /// The tag of an enum around the innermost one, in the same object.
    Tag(Tag),
    /// All keys of an object but those at these offsets, in ascending order.
    AllBut { object: usize, seen: Vec<usize> },
}

/// Why a key is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hiding {
    Tag,
    /// The key repeats the tag.
    SecondTag,
    /// The key is another's.
    Foreign,
}

impl Tag {
    fn hiding(&self, entry: Entry<'_>, key: usize) -> Option<Hiding> {
        match entry {
            Entry { name, object } if name != self.field.name || object != self.object => None,
            _ if self.at == key => Some(Hiding::Tag),
            _ => Some(Hiding::SecondTag),
        }
    }
}

impl Hidden {
    fn hiding(&self, entry: Entry<'_>, key: usize) -> Option<Hiding> {
        match self {
            Self::Tag(tag) => tag.hiding(entry, key),
            Self::AllBut { object, seen } => {
                let foreign = *object == entry.object && seen.binary_search(&key).is_err();
                foreign.then_some(Hiding::Foreign)
            }
        }
    }
}

impl HiddenKeys {
    /// Whether some key of the object at `object` may be hidden.
    #[inline]
    pub(crate) fn concern(&self, object: usize) -> bool {
        !self.more.is_empty() || self.tag_of(object).is_some()
    }

    /// The tag of the innermost enum, if that is what the object at `object` is.
    #[inline]
    pub(crate) fn tag_of(&self, object: usize) -> Option<&Tag> {
        self.tag.as_ref().filter(|tag| tag.object == object)
    }

    /// Whether a key of the object at `object` that is a name of the `shape` may be another's.
    #[inline]
    pub(crate) fn mask(&self, object: usize, shape: &Shape) -> bool {
        self.tag_of(object).is_some_and(|tag| shape.has(tag.field.name)) || self.more_mask(object, shape)
    }

    #[inline]
    fn more_mask(&self, object: usize, shape: &Shape) -> bool {
        self.more.iter().any(|hidden| match hidden {
            Hidden::Tag(tag) => tag.object == object && shape.has(tag.field.name),
            Hidden::AllBut { object: of, .. } => *of == object,
        })
    }
}

impl Reader<'_> {
    /// Reads an object without its tag.
    #[inline]
    pub(crate) fn without_tag<T>(&mut self, tag: Tag, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.hidden.tag.replace(tag);
        // Those of other objects have no part in this one.
        let same = outer.filter(|outer| outer.object == tag.object);
        self.hidden.more.extend(same.map(Hidden::Tag));
        let result = read(self);
        if same.is_some() {
            self.hidden.more.pop();
        }
        self.hidden.tag = outer;
        result
    }

    /// Reads the object at `object` with the keys at the offsets `seen` and no others.
    pub(crate) fn with_only<T>(&mut self, object: usize, seen: Vec<usize>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.hidden.more.push(Hidden::AllBut { object, seen });
        let result = read(self);
        self.hidden.more.pop();
        result
    }

    /// Goes past the tag, if it is the first key of the object at `object`, behind whose bracket the reader is.
    pub(crate) fn pass_leading_tag(&mut self, object: usize) -> bool {
        let end = self.hidden.tag_of(object).filter(|tag| tag.at == object + 1).map(|tag| tag.end);
        end.inspect(|&end| self.json.go_to(end)).is_some()
    }

    /// Goes past the tag, if its key is the one at hand in the object at `object`.
    #[inline]
    pub(crate) fn pass_tag(&mut self, object: usize) -> bool {
        let end = self.hidden.tag_of(object).filter(|tag| tag.at == self.key).map(|tag| tag.end);
        end.inspect(|&end| self.json.go_to(end)).is_some()
    }

    /// Whether the key at hand is not for the model that reads its object.
    #[inline]
    pub(crate) fn hides(&self, entry: Entry<'_>) -> bool {
        self.hidden.concern(entry.object) && self.hiding_of(entry).is_some()
    }

    /// Goes past the entry whose key is at hand if it is not for the map that reads the object at `object`.
    pub(crate) fn skip_hidden(&mut self, object: usize) -> Result<bool, Failure> {
        if !self.hidden.concern(object) {
            return Ok(false);
        }
        let name = self.json.string()?;
        let hiding = self.hiding_of(Entry { name: &name, object });
        if hiding.is_none() {
            self.return_to_key();
            return Ok(false);
        }
        self.json.colon()?;
        match hiding {
            Some(Hiding::SecondTag) => self.duplicate_field()?,
            _ => self.json.skip_value()?,
        }
        Ok(true)
    }

    /// Why the key at hand is not seen, if it is not.
    pub(crate) fn hiding_of(&self, entry: Entry<'_>) -> Option<Hiding> {
        let innermost = self.hidden.tag.as_ref().and_then(|tag| tag.hiding(entry, self.key));
        innermost.or_else(|| self.hidden.more.iter().rev().find_map(|hidden| hidden.hiding(entry, self.key)))
    }
}
