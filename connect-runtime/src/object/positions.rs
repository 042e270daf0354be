//! Objects without names: formats for programs may write a struct as an array of its values.

use super::keys::{Keys, NextKey};
use crate::{
    json::Halted,
    message::Message,
    reader::{Origin, Reader},
    report::Code,
};

impl Reader<'_> {
    /// Whether a value that starts with the byte `first` is an object whose fields have positions instead of names.
    #[cold]
    pub(super) fn is_compact(&self, first: Option<u8>) -> bool {
        first == Some(b'[') && self.policy.origin == Origin::Compact
    }

    /// Whether the object that is being read is one.
    #[inline]
    pub(super) fn has_positions(&self, keys: &Keys) -> bool {
        self.policy.origin == Origin::Compact && self.json.text().bytes().get(keys.start) == Some(&b'[')
    }

    /// Moves to the value of the next field, or past the array's end.
    #[cold]
    pub(super) fn next_position(&mut self, keys: &mut Keys) -> Result<NextKey, Halted> {
        if keys.count > 0 && self.json.next_token() == Some(b',') {
            self.json.skip_byte();
        }
        let (at, first) = self.token();
        if first == Some(b']') {
            self.json.close();
            return Ok(NextKey::End);
        }
        let index = keys.count;
        let Some(field) = keys.shape.fields.get(index) else { return self.skip_surplus(keys) };
        keys.count += 1;
        self.limit_items(keys.count)?;
        (self.current.key, self.current.name) = (at, Some(field.name));
        Ok(NextKey::Field(index))
    }

    /// Skips the items after the last field, and records that there are any.
    fn skip_surplus(&mut self, keys: &Keys) -> Result<NextKey, Halted> {
        let (fields, mut found) = (keys.shape.fields.len(), keys.count);
        while !matches!(self.json.next_token(), Some(b']') | None) {
            self.json.skip_value()?;
            found += 1;
            if self.json.next_token() == Some(b',') {
                self.json.skip_byte();
            }
        }
        self.json.close();
        self.invalid(keys.start, Code::WrongLength, |_| {
            let model = keys.shape.name.into();
            let params = [("min", 0_usize.into()), ("max", fields.into()), ("actual", found.into()), ("model", model)];
            Message::fill("expected up to {max} items, one for each field of `{model}`, found {actual}", params)
        });
        Ok(NextKey::End)
    }
}
