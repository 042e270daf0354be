//! Reads objects with excluded keys: skips them, and says why.

use super::{
    Failure, Reader,
    excluded_keys::{Entry, Excluded, Exclusion, Tag},
};

impl Reader<'_> {
    /// Reads an object without its tag.
    #[inline]
    pub(crate) fn without_tag<T>(&mut self, tag: Tag, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.excluded.tag.replace(tag);
        // The tags of other objects do not affect this one.
        let same = outer.filter(|outer| outer.object == tag.object);
        self.excluded.more.extend(same.map(Excluded::Tag));
        let result = read(self);
        if same.is_some() {
            self.excluded.more.pop();
        }
        self.excluded.tag = outer;
        result
    }

    /// Reads an object whose tag is seen by whatever has a place for it.
    pub(crate) fn with_kept_tag<T>(&mut self, tag: Tag, read: impl FnOnce(&mut Self) -> T) -> T {
        self.with_excluded(Excluded::Kept(tag), read)
    }

    /// Reads the object at `object` with the keys at the offsets `seen` and no others.
    pub(crate) fn with_only<T>(&mut self, object: usize, seen: Vec<usize>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.with_excluded(Excluded::AllBut { object, seen }, read)
    }

    fn with_excluded<T>(&mut self, excluded: Excluded, read: impl FnOnce(&mut Self) -> T) -> T {
        self.excluded.more.push(excluded);
        let result = read(self);
        self.excluded.more.pop();
        result
    }

    /// Skips the tag, if it is the first key of the object at `object`, whose opening brace was just read.
    pub(crate) fn skip_leading_tag(&mut self, object: usize) -> bool {
        let end = self.excluded.tag_of(object).filter(|tag| tag.at == object + 1).map(|tag| tag.end);
        end.inspect(|&end| self.json.go_to(end)).is_some()
    }

    /// Skips the tag, if its key is the current one in the object at `object`.
    #[inline]
    pub(crate) fn skip_tag(&mut self, object: usize) -> bool {
        let end = self.excluded.tag_of(object).filter(|tag| tag.at == self.current.key).map(|tag| tag.end);
        end.inspect(|&end| self.json.go_to(end)).is_some()
    }

    /// Whether the current key is excluded from the model that reads its object.
    #[inline]
    pub(crate) fn excludes(&self, entry: Entry<'_>) -> bool {
        self.excluded.affect(entry.object) && !matches!(self.exclusion_of(entry), None | Some(Exclusion::Kept))
    }

    /// Skips the current entry if its key is excluded from what reads the object at `object`; `takes_kept` is whether
    /// that has a place for a tag that is kept.
    pub(super) fn skip_excluded(&mut self, object: usize, takes_kept: bool) -> Result<bool, Failure> {
        if !self.excluded.affect(object) {
            return Ok(false);
        }
        let name = self.json.string()?;
        let exclusion = self.exclusion_of(Entry { name: &name, object });
        if exclusion.is_none() || (takes_kept && exclusion == Some(Exclusion::Kept)) {
            self.return_to_key();
            return Ok(false);
        }
        self.json.skip_colon()?;
        match exclusion {
            Some(Exclusion::SecondTag) => self.skip_duplicate_field()?,
            _ => self.json.skip_value()?,
        }
        Ok(true)
    }

    /// Skips the current value, whose text is kept as it is, and records the keys that repeat a tag.
    #[inline]
    pub(crate) fn skip_text(&mut self) -> Result<(), Failure> {
        let (start, _) = self.token();
        if self.excluded.affect(start) { self.skip_tagged_text() } else { Ok(self.json.skip_value()?) }
    }

    #[cold]
    fn skip_tagged_text(&mut self) -> Result<(), Failure> {
        self.read_entries(|reader| {
            reader.json.string()?;
            reader.json.skip_colon()?;
            Ok(reader.json.skip_value()?)
        })
    }

    /// Why the current key is excluded, if it is.
    pub(crate) fn exclusion_of(&self, entry: Entry<'_>) -> Option<Exclusion> {
        let innermost = self.excluded.tag.as_ref().and_then(|tag| tag.exclusion_of(entry, self.current.key));
        innermost.or_else(|| {
            let outer = self.excluded.more_of(entry.object);
            let mut found = outer.filter_map(|excluded| excluded.exclusion_of(entry, self.current.key));
            // A tag that one enum keeps may be hidden by another.
            let first = found.next()?;
            if first == Exclusion::Kept {
                found.find(|other| *other != Exclusion::Kept).or(Some(first))
            } else {
                Some(first)
            }
        })
    }
}
