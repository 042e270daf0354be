//! Reads an object of which some keys are hidden: goes past them, and says why.

use super::{
    Failure, Reader,
    hidden_keys::{Entry, Hidden, Hiding, Tag},
};

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
