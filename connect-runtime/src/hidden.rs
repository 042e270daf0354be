//! Keys of an object that belong to something around the model which reads it: the tag of an enum, or the fields of a
//! struct that the model is flattened into.

use crate::{
    json::locate,
    keys::Entry,
    reader::{Failure, Reader},
    shape::Shape,
};

/// What the model that reads the object at `start` does not see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hidden {
    start: usize,
    keys: HiddenKeys,
}

#[derive(Debug, Clone, Copy)]
enum HiddenKeys {
    /// The tag, and the offset in bytes of its first key.
    Tag(&'static str, usize),
    /// All keys that the model does not know.
    Unknown,
}

/// Reads the object at hand, of which `tag` says what it is, with the tag hidden.
pub fn without_tag<'de, T>(
    reader: &mut Reader<'de>,
    tag: &'static str,
    read: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, _) = reader.token();
    let at = locate::find_key(reader.json.text(), start, |key| key == tag).map_or(start, |(at, _)| at);
    reader.hiding(Hidden { start, keys: HiddenKeys::Tag(tag, at) }, read)
}

impl<'de> Reader<'de> {
    /// Reads the object at `start` with all keys that the model does not know hidden.
    pub(crate) fn without_unknown<T>(&mut self, start: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.hiding(Hidden { start, keys: HiddenKeys::Unknown }, read)
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
            HiddenKeys::Tag(tag, _) => hidden.start == start && shape.spellings.find(tag).is_some(),
            HiddenKeys::Unknown => false,
        })
    }

    /// Whether the key is a tag.
    #[inline]
    pub(crate) fn hides(&self, entry: Entry<'_>) -> bool {
        !self.hidden.is_empty() && matches!(self.hidden_key(entry), Some(Some(_)))
    }

    /// Goes past the entry whose key is at hand if it is the tag of the object at `object`.
    pub(crate) fn skip_hidden(&mut self, object: usize) -> Result<bool, Failure> {
        if self.hidden.is_empty() {
            return Ok(false);
        }
        let name = self.json.string()?;
        let hides = self.hides(Entry { name: &name, object });
        if hides {
            self.json.colon()?;
            self.json.skip_value()?;
        } else {
            self.return_to_key();
        }
        Ok(hides)
    }

    /// Whether the key is hidden; for a tag, where it stood first.
    pub(crate) fn hidden_key(&self, entry: Entry<'_>) -> Option<Option<usize>> {
        let of_object = self.hidden.iter().filter(|hidden| hidden.start == entry.object);
        let found = of_object.filter_map(|hidden| match hidden.keys {
            HiddenKeys::Tag(tag, at) => (tag == entry.name).then_some(Some(at)),
            HiddenKeys::Unknown => Some(None),
        });
        found.max()
    }
}
