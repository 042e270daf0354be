//! Pointers that lead from a value to the same value: `struct Chain(Option<Box<Chain>>)` reads a number as a `Chain` in
//! a `Chain`, without an end. Only a pointer can hold the type that it is in, so only pointers are counted.

use super::{Failure, Reader};
use crate::json::FaultKind;

/// The pointers that were followed at one place without a byte being read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pointers {
    /// The offset in bytes.
    at: usize,
    count: u8,
}

/// More than any type has that does not contain itself, and no deeper than objects may be nested.
const MAX_POINTERS: u8 = 100;

impl Reader<'_> {
    /// Reads what a pointer leads to.
    #[inline]
    pub(crate) fn behind_pointer<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let (outer, at) = (self.pointers, self.json.at());
        let count = if outer.at == at { outer.count + 1 } else { 0 };
        if count > MAX_POINTERS {
            return Err(self.endless());
        }
        self.pointers = Pointers { at, count };
        let value = read(self);
        self.pointers = outer;
        value
    }

    #[cold]
    fn endless(&mut self) -> Failure {
        let message = "the value is read as one type inside another without an end".to_owned();
        self.json.halt(FaultKind::Depth, self.json.at(), message).into()
    }
}
