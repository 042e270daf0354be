//! Pointers that lead from a value to the same value: `struct Chain(Option<Box<Chain>>)` reads a number as a `Chain` in
//! a `Chain`, without an end. Only a pointer can hold the type that it is in, so only pointers are counted.

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
