//! Pointers that lead from a value to the same value: `struct Chain(Option<Box<Chain>>)` reads a number as a `Chain` in
//! a `Chain`, without an end. Only a pointer can hold the type that it is in, so only pointers are counted.

use super::{Failure, Reader};
use crate::{json::FaultKind, message::Message};

/// The pointers that were followed at one place without a byte being read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pointers {
    /// The offset in bytes.
    at: usize,
    count: u8,
}

/// More than any type has that does not contain itself, and no deeper than objects may be nested.
const MAX_POINTERS: u8 = 100;

impl Pointers {
    /// One more at the byte offset `at`; `None` if they have no end.
    #[inline]
    pub(super) fn follow(self, at: usize) -> Option<Self> {
        let count = if self.at == at { self.count + 1 } else { 0 };
        (count <= MAX_POINTERS).then_some(Self { at, count })
    }
}

impl Reader<'_> {
    /// Reads what a pointer leads to.
    #[inline]
    pub(crate) fn behind_pointer<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let outer = self.pointers;
        let Some(pointers) = outer.follow(self.json.at()) else { return Err(self.endless()) };
        self.pointers = pointers;
        let value = read(self);
        self.pointers = outer;
        value
    }

    #[cold]
    fn endless(&mut self) -> Failure {
        let message = Message::fill(
            "the value is read as one type inside another without an end",
            [("reason", "endless".into())],
        );
        self.json.halt(FaultKind::Depth, self.json.at(), message).into()
    }
}
