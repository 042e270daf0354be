//! Keys in the order of the fields, which are met one after another without being looked up.

use super::keys::{Keys, NextKey};
use crate::{
    json::Halted,
    reader::{Failure, Reader},
    shape::Shape,
};

impl Reader<'_> {
    /// Settles what `keys`, of an object that was just opened, may be taken for granted, and what is hidden among them.
    #[inline]
    pub(crate) fn prepare_keys(&mut self, keys: &mut Keys) {
        keys.ordered = self.json.allows_string_of(keys.shape.spellings.longest());
        if self.excluded.affect(keys.start) {
            self.exclude(keys);
        }
    }

    fn exclude(&mut self, keys: &mut Keys) {
        keys.filtered = self.excluded.may_exclude(keys.start, keys.shape);
        keys.ordered &= !keys.filtered;
        keys.count = usize::from(self.skip_leading_tag(keys.start));
    }

    /// Whether keys of a flattened field of this `shape` may be met in their order.
    #[inline]
    pub(crate) fn can_read_in_order(&self, keys: &mut Keys, shape: &Shape) -> bool {
        let filtered = self.excluded.affect(keys.start) && self.excluded.may_exclude(keys.start, shape);
        !filtered && self.json.allows_string_of(shape.spellings.longest()) && keys.reserve(shape)
    }

    /// Meets keys in the order of the fields, as long as they come so.
    #[inline]
    pub(crate) fn read_in_order(
        &mut self,
        keys: &mut Keys,
        meet: impl FnOnce(&mut Self, &mut Keys) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        keys.room = self.policy.max_items.saturating_sub(keys.count);
        if keys.ordered && keys.reserve(keys.shape) {
            self.step_to_key(keys);
            meet(self, keys)?;
            self.step_back();
        }
        Ok(())
    }

    /// Goes past the next key and its colon, or the object's end, where that of the field `index` is likely to come.
    #[expect(clippy::inline_always, reason = "see `meets`")]
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

    /// Goes to the next key, or to where no key is.
    #[inline]
    fn step_to_key(&mut self, keys: &mut Keys) {
        if keys.count > 0 {
            self.step_past_value();
        } else {
            self.current.value_end = self.json.at();
            self.json.next_token();
        }
    }

    /// Goes past the key of the field `index` and its colon, if that is what comes. Where shape and index are known at
    /// compile time, this is a comparison with a constant. Every field is asked for once, so that none is a duplicate.
    #[expect(clippy::inline_always, reason = "for the shape to be known")]
    #[inline(always)]
    pub fn take_key(&mut self, keys: &mut Keys, shape: &'static Shape, index: usize) -> bool {
        let met = shape.fields.get(index).is_some_and(|field| self.json.eat_literal(field.key));
        if met {
            keys.count += 1;
            keys.next = index + 1;
        }
        met
    }

    /// Goes to the key behind the value that was read, or to where no key is.
    #[inline]
    pub(crate) fn step_past_value(&mut self) {
        self.current.value_end = self.json.at();
        if self.json.is_at(*b",\"") {
            self.json.pass();
        } else if self.json.peek() != Some(b'}') {
            self.skip_spaced_comma();
        }
    }

    /// Back to the end of the value that was read.
    #[inline]
    pub(crate) fn step_back(&mut self) {
        self.json.go_to(self.current.value_end);
    }

    #[inline(never)]
    fn skip_spaced_comma(&mut self) {
        if self.json.next_token() == Some(b',') {
            self.json.pass();
            self.json.next_token();
        } else {
            // Where no key is: at the end of the text.
            self.json.go_to(self.json.text().len());
        }
    }
}
