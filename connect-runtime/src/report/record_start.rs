//! Where a record starts in its stream.

use memchr::{memchr_iter, memrchr};

/// A point in a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RecordStart {
    /// 1-based.
    pub(crate) line: usize,
    /// 1-based, in Unicode scalar values.
    pub(crate) column: usize,
    /// In bytes.
    pub(crate) offset: usize,
}

impl RecordStart {
    pub(crate) const START: Self = Self { line: 1, column: 1, offset: 0 };

    /// Moves past `bytes`, whose characters `count` counts.
    pub(crate) fn advance(&mut self, bytes: &[u8], count: impl FnOnce(&[u8]) -> usize) {
        self.offset = self.offset.saturating_add(bytes.len());
        let Some(newline) = memrchr(b'\n', bytes) else {
            self.column += count(bytes);
            return;
        };
        self.line += memchr_iter(b'\n', bytes).count();
        self.column = 1 + count(bytes.get(newline + 1..).unwrap_or_default());
    }

    /// Moves past the next `bytes` bytes, which end with the line.
    pub(crate) fn advance_line(&mut self, bytes: usize) {
        *self = Self { line: self.line + 1, column: 1, offset: self.offset.saturating_add(bytes) };
    }

    /// Converts `line` and `column` of the record that starts here to those of the stream.
    pub(crate) fn place(&self, line: usize, column: usize) -> (usize, usize) {
        if line == 1 { (self.line, self.column + column - 1) } else { (self.line + line - 1, column) }
    }
}
