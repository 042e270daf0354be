//! Reads as much of a value as there is, by its type.

use super::{
    model::{PartialModel, PartialRecord},
    parts::{Part, Parts},
};
use crate::reader::{Failure, Reader};

impl<'de> Parts<'_, 'de> {
    /// Reads the current value by its type.
    pub fn read<T: PartialModel>(&mut self) -> Part<T::Partial> {
        let (start, first) = self.reader.token();
        if self.marks.is_sound(start) {
            return Ok(self.complete(T::decode)?.map(T::into_partial));
        }
        if self.marks.is_open(start) && first.is_some_and(|first| !T::may_start_with(first)) {
            self.marks.impossible.push(start);
            return self.skip();
        }
        T::read_part(self)
    }

    /// Reads the current value by its type, where attributes change how it is decoded: of text, whose start may then be
    /// no start of the value, only a complete one.
    pub fn read_with<T: PartialModel>(
        &mut self,
        decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
    ) -> Part<T::Partial> {
        let (start, first) = self.reader.token();
        if self.marks.is_sound(start) || !matches!(first, Some(b'{' | b'[')) {
            return Ok(self.complete(decode)?.map(T::into_partial));
        }
        if first.is_some_and(T::may_start_with) { T::read_part(self) } else { self.skip() }
    }

    /// Reads the current object key by key.
    pub fn object<R: PartialRecord>(&mut self) -> Part<R::Partial> {
        if self.reader.token().1 != Some(b'{') {
            return self.skip();
        }
        let mut partial = R::Partial::default();
        self.entries(|parts, name| R::take_part(&mut partial, name, parts))?;
        Ok(Some(partial))
    }
}
