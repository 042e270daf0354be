//! Reads keys that come in the order of the fields, without looking them up.

use super::keys::{Keys, NextKey};
use crate::{
    json::Halted,
    reader::{Failure, Reader},
    shape::Shape,
};

impl Reader<'_> {
    /// Prepares `keys` for an object that was just opened: whether they may be read in order, and which are excluded.
    #[inline]
    pub(crate) fn prepare_keys(&mut self, keys: &mut Keys) {
        keys.ordered = self.json.allows_string_of(keys.shape.spellings.longest());
        if self.excluded.affect(keys.start) {
            self.prepare_excluded_keys(keys);
        }
    }

    fn prepare_excluded_keys(&mut self, keys: &mut Keys) {
        keys.filtered = self.excluded.may_exclude(keys.start, keys.shape);
        keys.ordered &= !keys.filtered;
        keys.count = usize::from(self.skip_leading_tag(keys.start));
    }

    /// Whether the keys of a flattened field of this `shape` may be read in order.
    #[inline]
    pub(crate) fn can_read_in_order(&self, keys: &mut Keys, shape: &Shape) -> bool {
        let filtered = self.excluded.affect(keys.start) && self.excluded.may_exclude(keys.start, shape);
        !filtered && self.json.allows_string_of(shape.spellings.longest()) && keys.reserve(shape)
    }

    /// Reads keys with `read` as long as they come in the order of the fields.
    #[inline]
    pub(crate) fn read_in_order(
        &mut self,
        keys: &mut Keys,
        read: impl FnOnce(&mut Self, &mut Keys) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        keys.budget = self.policy.max_items.saturating_sub(keys.count);
        if keys.ordered && keys.reserve(keys.shape) {
            self.step_to_key(keys);
            read(self, keys)?;
            self.step_back();
        }
        Ok(())
    }

    /// Skips the next key, which is probably that of the field `index`, and its colon, or the object's end.
    #[expect(clippy::inline_always, reason = "see `take_key`")]
    #[inline(always)]
    pub(crate) fn next_likely_field(
        &mut self,
        keys: &mut Keys,
        shape: &'static Shape,
        index: usize,
    ) -> Result<NextKey, Halted> {
        if keys.ordered && keys.count < self.policy.max_items {
            self.step_to_key(keys);
            self.current.key = self.json.at();
            if self.take_key(keys, shape, index) {
                return Ok(NextKey::Field(index));
            }
            self.step_back();
        }
        self.next_field(keys)
    }

    /// Moves to the next key, or to an offset without one.
    #[inline]
    fn step_to_key(&mut self, keys: &mut Keys) {
        if keys.count > 0 {
            self.step_past_value();
        } else {
            self.current.value_end = self.json.at();
            self.json.next_token();
        }
    }

    /// Skips the key of the field `index` and its colon, if they come next. Where shape and index are known at compile
    /// time, this is a comparison with a constant. Every field is tried once, so the key can't be a duplicate.
    #[expect(clippy::inline_always, reason = "for the shape to be known")]
    #[inline(always)]
    pub fn take_key(&mut self, keys: &mut Keys, shape: &'static Shape, index: usize) -> bool {
        let found = shape.fields.get(index).is_some_and(|field| self.json.eat_literal(field.key));
        if found {
            keys.count += 1;
            keys.next = index + 1;
        }
        found
    }

    /// Moves to the key after the value that was read, or to an offset without one.
    #[inline]
    pub(crate) fn step_past_value(&mut self) {
        self.current.value_end = self.json.at();
        if self.json.is_at(*b",\"") {
            self.json.skip_byte();
        } else if self.json.peek() != Some(b'}') {
            self.skip_spaced_comma();
        }
    }

    /// Moves back to the end of the value that was read.
    #[inline]
    pub(crate) fn step_back(&mut self) {
        self.json.go_to(self.current.value_end);
    }

    #[inline(never)]
    fn skip_spaced_comma(&mut self) {
        if self.json.next_token() == Some(b',') {
            self.json.skip_byte();
            self.json.next_token();
        } else {
            // No key can match at the end of the input.
            self.json.go_to(self.json.text().len());
        }
    }
}
