//! Where a record starts in the stream that it came from.

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

    /// Goes past `bytes`, which may begin and end inside a character.
    pub(crate) fn pass(&mut self, bytes: &[u8]) {
        self.offset = self.offset.saturating_add(bytes.len());
        let Some(newline) = memrchr(b'\n', bytes) else {
            self.column += count_chars(bytes);
            return;
        };
        self.line += memchr_iter(b'\n', bytes).count();
        self.column = 1 + count_chars(bytes.get(newline + 1..).unwrap_or_default());
    }

    /// The point behind `bytes`.
    pub(crate) fn behind(mut self, bytes: &[u8]) -> Self {
        self.pass(bytes);
        self
    }

    /// Goes past `bytes` bytes that end with the line.
    pub(crate) fn pass_line(&mut self, bytes: usize) {
        *self = Self { line: self.line + 1, column: 1, offset: self.offset.saturating_add(bytes) };
    }

    /// Line and column in the stream of what stands at `line` and `column` of the record that starts here.
    pub(crate) fn place(&self, line: usize, column: usize) -> (usize, usize) {
        if line == 1 { (self.line, self.column + column - 1) } else { (self.line + line - 1, column) }
    }
}

/// Continuation bytes belong to the character that their first byte began.
fn count_chars(bytes: &[u8]) -> usize {
    // Sums of one byte each are added a vector at a time, whose width divides the length; they hold no more than 255.
    let count = |chunk: &[u8]| chunk.iter().map(|&byte| u8::from(byte & 0xc0 != 0x80)).sum::<u8>();
    bytes.chunks(192).map(|chunk| usize::from(count(chunk))).sum()
}
