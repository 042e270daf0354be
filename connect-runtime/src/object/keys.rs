//! Matches the keys of an object with the fields of a model.
//!
//! An API usually sends keys in one order, most often that of the fields. Keys are read in that order, and looked up
//! where they deviate from it.

use crate::{
    drift::DriftKind,
    json::Halted,
    reader::{Entry, Failure, Reader, excluded_keys::Exclusion},
    report::{Code, Mark},
    shape::Shape,
};

/// What comes next in an object.
#[derive(Debug, Clone, Copy)]
pub(crate) enum NextKey {
    /// The key of the field with this index.
    Field(usize),
    /// A key that belongs to no field.
    Unknown,
    /// The closing brace.
    End,
}

/// How far the keys of an object have been read.
#[derive(Debug)]
pub struct Keys {
    pub(crate) shape: &'static Shape,
    /// The offset in bytes of the object's opening brace.
    pub(crate) start: usize,
    /// The field expected next.
    pub(super) next: usize,
    /// How many keys were read, the tag included.
    pub(super) count: usize,
    /// How many more keys may be read in order without checking the item limit.
    pub(super) budget: usize,
    /// Whether the keys so far were in the order of the fields. If so, the next is first compared with the expected
    /// one.
    pub(super) ordered: bool,
    /// Whether a key that names a field may be excluded, since it belongs to something around this model.
    pub(super) filtered: bool,
}

impl Keys {
    /// No keys yet, in the object at `start`.
    #[inline]
    pub(crate) fn new(shape: &'static Shape, start: usize) -> Self {
        Self { shape, start, next: 0, count: 0, budget: 0, ordered: false, filtered: false }
    }

    /// How many keys were read.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Takes the budget for all fields of the `shape`, if that much is left.
    #[inline]
    pub(super) fn reserve(&mut self, shape: &Shape) -> bool {
        let left = self.budget.checked_sub(shape.fields.len());
        self.budget = left.unwrap_or(self.budget);
        left.is_some()
    }

    /// Reads keys of a flattened field with `read`.
    #[inline]
    pub(crate) fn within_flattened<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let next = self.next;
        let result = read(self);
        self.next = next;
        result
    }
}

impl Reader<'_> {
    /// Enters the current object; returns the offset of its opening brace.
    #[inline]
    pub(crate) fn open_object(&mut self) -> Result<usize, Failure> {
        let (start, first) = self.token();
        if first != Some(b'{') && !self.is_compact(first) {
            return Err(self.wrong_type("an object"));
        }
        self.json.open()?;
        Ok(start)
    }

    /// Skips the end of the object, if it comes next without white space, or after the tag.
    #[inline]
    pub(crate) fn try_close(&mut self, keys: &mut Keys) -> bool {
        if let Some(&tag) = self.excluded.tag_of(keys.start) {
            self.skip_entry(keys, tag.at, tag.end);
        }
        let end = self.json.peek() == Some(b'}');
        if end {
            self.json.close();
        }
        end
    }

    /// Skips the entry from its key at the offset `key` to the offset `end` (bytes), if a comma and that key come next.
    #[inline]
    pub(crate) fn skip_entry(&mut self, keys: &mut Keys, key: usize, end: usize) {
        if self.json.at() + 1 == key
            && self.json.peek() == Some(b',')
            && (1..self.policy.max_items).contains(&keys.count)
        {
            keys.count += 1;
            self.json.go_to(end);
        }
    }

    /// Skips the next key and its colon, or the object's end.
    pub(crate) fn next_field(&mut self, keys: &mut Keys) -> Result<NextKey, Halted> {
        if self.has_positions(keys) {
            return self.next_position(keys);
        }
        if self.try_close(keys) || !self.go_to_key(keys)? {
            return Ok(NextKey::End);
        }
        if keys.ordered && keys.next < keys.shape.fields.len() {
            // One or two fields that are left out do not break the order.
            for skipped in 0..=2 {
                if self.take_field(keys, keys.next + skipped) {
                    return Ok(NextKey::Field(keys.next - 1));
                }
            }
        }
        self.look_up(keys)
    }

    /// Moves to the opening quote of the next key that is not the tag; false after the object's end. A tag that comes
    /// without white space was skipped by [`try_close`](Self::try_close).
    #[inline]
    fn go_to_key(&mut self, keys: &mut Keys) -> Result<bool, Halted> {
        if keys.count > 0 && keys.count < self.policy.max_items && self.json.is_at(*b",\"") {
            self.json.skip_byte();
            self.current.key = self.json.at();
            keys.count += 1;
            return Ok(true);
        }
        self.go_to_spaced_key(keys)
    }

    #[inline(never)]
    fn go_to_spaced_key(&mut self, keys: &mut Keys) -> Result<bool, Halted> {
        while self.next_key(&mut keys.count)? {
            if !self.skip_tag(keys.start) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Skips the current key if it is that of the field `index`.
    #[inline]
    fn take_field(&mut self, keys: &mut Keys, index: usize) -> bool {
        let found = keys.shape.fields.get(index).is_some_and(|field| self.json.eat_literal(field.key));
        if found {
            keys.next = index + 1;
        }
        found
    }

    /// Reads the current key and looks it up.
    #[inline]
    fn look_up(&mut self, keys: &mut Keys) -> Result<NextKey, Halted> {
        (self.current.object, self.current.shape) = (keys.start, Some(keys.shape));
        self.current.name = self.json.plain_string();
        let found = match self.current.name {
            Some(name) => keys.shape.spellings.find(name),
            None => keys.shape.spellings.find(&self.json.string()?),
        };
        self.json.skip_colon()?;
        match found {
            Some(index)
                if !keys.filtered || !self.excludes(Entry { name: &self.current_name(), object: keys.start }) =>
            {
                keys.ordered &= index >= keys.next;
                keys.next = index + 1;
                Ok(NextKey::Field(index))
            }
            None if keys.shape.spellings.ignores_case() => Ok(self.look_up_folded(keys)),
            _ => Ok(NextKey::Unknown),
        }
    }

    /// Looks up the key that was read, whatever its case.
    #[inline(never)]
    fn look_up_folded(&mut self, keys: &mut Keys) -> NextKey {
        let name = self.current_name();
        let Some((spelling, index)) = keys.shape.spellings.find_folded(&name) else { return NextKey::Unknown };
        if keys.filtered && self.excludes(Entry { name: &name, object: keys.start }) {
            return NextKey::Unknown;
        }
        self.record_respelled_key(self.current.key, spelling);
        keys.ordered &= index >= keys.next;
        keys.next = index + 1;
        NextKey::Field(index)
    }

    /// Skips the value of a key that the model does not have. Unless the key is excluded, this is drift or a problem.
    #[cold]
    pub(crate) fn skip_unknown_field(&mut self, entry: Entry<'_>, shape: &Shape) -> Result<(), Failure> {
        let key = self.current.key;
        match self.exclusion_of(entry) {
            Some(Exclusion::SecondTag) => return self.skip_duplicate_field(),
            Some(_) => {}
            None if shape.deny_unknown_fields || self.policy.deny_unknown_fields => {
                self.invalid(key, Code::UnknownField, |_| shape.describe_unknown(entry.name));
            }
            None => self.record_drift(DriftKind::UnknownField, key),
        }
        self.json.skip_value()?;
        Ok(())
    }

    #[inline]
    pub(crate) fn resolve_in_object(&mut self, mark: Mark, shape: &Shape, start: usize) {
        if !self.problems.none_since(mark) {
            self.resolve_trails_in_object(mark, shape, start);
        }
    }

    #[cold]
    fn resolve_trails_in_object(&mut self, mark: Mark, shape: &Shape, start: usize) {
        self.drop_unsettled(mark, 1);
        self.resolve_since(mark, start, |key| shape.spellings.find_any(key));
    }
}
