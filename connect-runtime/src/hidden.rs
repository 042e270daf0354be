//! Keys of an object that belong to something around the model which reads it: the tag of an enum, or the fields of a
//! struct that the model is flattened into.

use crate::{
    keys::Entry,
    reader::{Failure, Reader},
    shape::Shape,
};

/// What the models being read do not see, the innermost of which is most often the only one.
#[derive(Debug, Default)]
pub(crate) struct HiddenKeys {
    innermost: Option<Hidden>,
    outer: Vec<Hidden>,
}

/// What the model that reads the object at `start` does not see.
#[derive(Debug)]
pub(crate) struct Hidden {
    start: usize,
    what: What,
}

#[derive(Debug)]
enum What {
    Tag(Tag),
    /// All keys but those at these offsets, in ascending order.
    AllBut(Vec<usize>),
}

/// The tag of an object, with the offsets in bytes of its first key and behind that one's value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag {
    pub(crate) name: &'static str,
    pub(crate) at: usize,
    pub(crate) end: usize,
    /// Whether it is the object's first key.
    pub(crate) leads: bool,
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

impl HiddenKeys {
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.innermost.is_none()
    }

    fn iter(&self) -> impl Iterator<Item = &Hidden> {
        self.innermost.iter().chain(self.outer.iter().rev())
    }

    /// The tag that was found last, if it is one of the object at `start`.
    #[inline]
    fn tag_of(&self, start: usize) -> Option<&Tag> {
        match &self.innermost {
            Some(Hidden { start: of, what: What::Tag(tag) }) if *of == start => Some(tag),
            _ => None,
        }
    }
}

impl Reader<'_> {
    /// Reads the object at `start` without its tag.
    #[inline]
    pub(crate) fn without_tag<T>(&mut self, start: usize, tag: Tag, read: impl FnOnce(&mut Self) -> T) -> T {
        self.hiding(Hidden { start, what: What::Tag(tag) }, read)
    }

    /// Reads the object at `start` with the keys at the offsets `seen` and no others.
    pub(crate) fn with_only<T>(&mut self, start: usize, seen: Vec<usize>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.hiding(Hidden { start, what: What::AllBut(seen) }, read)
    }

    #[inline]
    fn hiding<T>(&mut self, hidden: Hidden, read: impl FnOnce(&mut Self) -> T) -> T {
        self.hidden.outer.extend(self.hidden.innermost.replace(hidden));
        let result = read(self);
        self.hidden.innermost = self.hidden.outer.pop();
        result
    }

    /// Goes past the tag, if it is the first key of the object at `start`, behind whose bracket the reader is.
    #[inline]
    pub(crate) fn pass_leading_tag(&mut self, start: usize) -> bool {
        let end = self.hidden.tag_of(start).filter(|tag| tag.leads).map(|tag| tag.end);
        end.inspect(|&end| self.json.go_to(end)).is_some()
    }

    /// Goes past the tag, if its key is the one at hand in the object at `start`.
    #[inline]
    pub(crate) fn pass_tag(&mut self, start: usize) -> bool {
        let end = self.hidden.tag_of(start).filter(|tag| tag.at == self.key).map(|tag| tag.end);
        end.inspect(|&end| self.json.go_to(end)).is_some()
    }

    /// Whether the tag of the object at `start` has the name of one of the model's own fields.
    #[cold]
    pub(crate) fn masks(&self, start: usize, shape: &Shape) -> bool {
        self.hidden.iter().any(|hidden| match &hidden.what {
            What::Tag(tag) => hidden.start == start && shape.has(tag.name),
            What::AllBut(_) => false,
        })
    }

    /// Whether the key at hand is not for the model that reads its object.
    #[inline]
    pub(crate) fn hides(&self, entry: Entry<'_>) -> bool {
        !self.hidden.is_empty() && self.hiding_of(entry).is_some()
    }

    /// Goes past the entry whose key is at hand if it is not for the map that reads the object at `object`.
    pub(crate) fn skip_hidden(&mut self, object: usize) -> Result<bool, Failure> {
        if self.hidden.is_empty() {
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
        let of_object = self.hidden.iter().filter(|hidden| hidden.start == entry.object);
        let mut found = of_object.filter_map(|hidden| match &hidden.what {
            What::Tag(tag) if tag.name != entry.name => None,
            What::Tag(tag) if tag.at == self.key => Some(Hiding::Tag),
            What::Tag(_) => Some(Hiding::SecondTag),
            What::AllBut(seen) => seen.binary_search(&self.key).is_err().then_some(Hiding::Foreign),
        });
        found.next()
    }
}
