//! Reads an object of which some keys are hidden: goes past them, and says why.

use super::{
    Failure, Reader,
    excluded_keys::{Entry, Excluded, Exclusion, Tag},
};

impl Reader<'_> {
    /// Reads an object without its tag.
    #[inline]
    pub(crate) fn without_tag<T>(&mut self, tag: Tag, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.excluded.tag.replace(tag);
        // Those of other objects have no part in this one.
        let same = outer.filter(|outer| outer.object == tag.object);
        self.excluded.more.extend(same.map(Excluded::Tag));
        let result = read(self);
        if same.is_some() {
            self.excluded.more.pop();
        }
        self.excluded.tag = outer;
        result
    }

    /// Reads the object at `object` with the keys at the offsets `seen` and no others.
    pub(crate) fn with_only<T>(&mut self, object: usize, seen: Vec<usize>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.excluded.more.push(Excluded::AllBut { object, seen });
        let result = read(self);
        self.excluded.more.pop();
        result
    }

    /// Goes past the tag, if it is the first key of the object at `object`, behind whose bracket the reader is.
    pub(crate) fn skip_leading_tag(&mut self, object: usize) -> bool {
        let end = self.excluded.tag_of(object).filter(|tag| tag.at == object + 1).map(|tag| tag.end);
        end.inspect(|&end| self.json.go_to(end)).is_some()
    }

    /// Goes past the tag, if its key is the one at hand in the object at `object`.
    #[inline]
    pub(crate) fn skip_tag(&mut self, object: usize) -> bool {
        let end = self.excluded.tag_of(object).filter(|tag| tag.at == self.current.key).map(|tag| tag.end);
        end.inspect(|&end| self.json.go_to(end)).is_some()
    }

    /// Whether the key at hand is not for the model that reads its object.
    #[inline]
    pub(crate) fn excludes(&self, entry: Entry<'_>) -> bool {
        self.excluded.affect(entry.object) && self.exclusion_of(entry).is_some()
    }

    /// Goes past the entry whose key is at hand if it is not for the map that reads the object at `object`.
    pub(crate) fn skip_excluded(&mut self, object: usize) -> Result<bool, Failure> {
        if !self.excluded.affect(object) {
            return Ok(false);
        }
        let name = self.json.string()?;
        let hiding = self.exclusion_of(Entry { name: &name, object });
        if hiding.is_none() {
            self.return_to_key();
            return Ok(false);
        }
        self.json.colon()?;
        match hiding {
            Some(Exclusion::SecondTag) => self.skip_duplicate_field()?,
            _ => self.json.skip_value()?,
        }
        Ok(true)
    }

    /// Why the key at hand is not seen, if it is not.
    pub(crate) fn exclusion_of(&self, entry: Entry<'_>) -> Option<Exclusion> {
        let innermost = self.excluded.tag.as_ref().and_then(|tag| tag.hiding(entry, self.current.key));
        innermost.or_else(|| self.excluded.more.iter().rev().find_map(|hidden| hidden.hiding(entry, self.current.key)))
    }
}
