//! Keys of an object that belong to something around the model which reads it: the tag of an enum, or the fields of a
//! struct that the model is flattened into.

use crate::{
    keys::Entry,
    reader::{Failure, Reader},
    shape::Shape,
};

/// What the model that reads the object at `start` does not see.
#[derive(Debug)]
pub(crate) struct Hidden {
    start: usize,
    keys: HiddenKeys,
}

#[derive(Debug)]
enum HiddenKeys {
    /// The tag, and the offset in bytes of its first key.
    Tag(&'static str, usize),
    /// All keys but those at these offsets, in ascending order.
    AllBut(Vec<usize>),
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

impl<'de> Reader<'de> {
    /// Reads the object at `start` without its `tag`, whose first key is at the offset `at`.
    pub(crate) fn without_tag<T>(
        &mut self,
        start: usize,
        tag: &'static str,
        at: usize,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.hiding(Hidden { start, keys: HiddenKeys::Tag(tag, at) }, read)
    }

    /// Reads the object at `start` with the keys at the offsets `seen` and no others.
    pub(crate) fn with_only<T>(&mut self, start: usize, seen: Vec<usize>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.hiding(Hidden { start, keys: HiddenKeys::AllBut(seen) }, read)
    }

    fn hiding<T>(&mut self, hidden: Hidden, read: impl FnOnce(&mut Self) -> T) -> T {
        self.hidden.push(hidden);
        let result = read(self);
        self.hidden.pop();
        result
    }

    /// Whether the tag of the object at `start` has the name of one of the model's own fields.
    #[cold]
    pub(crate) fn masks(&self, start: usize, shape: &Shape) -> bool {
        self.hidden.iter().any(|hidden| match hidden.keys {
            HiddenKeys::Tag(tag, _) => hidden.start == start && shape.has(tag),
            HiddenKeys::AllBut(_) => false,
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
        let mut found = of_object.filter_map(|hidden| match &hidden.keys {
            HiddenKeys::Tag(tag, _) if *tag != entry.name => None,
            HiddenKeys::Tag(_, at) if *at == self.key => Some(Hiding::Tag),
            HiddenKeys::Tag(..) => Some(Hiding::SecondTag),
            HiddenKeys::AllBut(seen) => seen.binary_search(&self.key).is_err().then_some(Hiding::Foreign),
        });
        found.next()
    }
}
