//! The position in a stream, whose lines and columns are counted on demand.

use std::mem;

use crate::{
    json::{BYTE_ORDER_MARK, Columns, count_chars},
    report::RecordStart,
};

/// A point in the bytes held.
#[derive(Debug)]
pub(super) struct Position {
    /// Its index.
    at: usize,
    /// The index up to which `origin` is counted.
    counted: usize,
    origin: RecordStart,
    /// Whether something was passed that may not be UTF-8, so that characters are counted one by one.
    unchecked: bool,
    columns: Columns,
    /// The number of bytes of the current record before the discarded ones, and the place after those.
    gap: Option<(usize, RecordStart)>,
}

impl Position {
    pub(super) fn new() -> Self {
        Self { at: 0, counted: 0, origin: RecordStart::START, unchecked: false, columns: Columns::default(), gap: None }
    }

    #[inline]
    pub(super) fn index(&self) -> usize {
        self.at
    }

    /// The offset in the stream.
    #[inline]
    pub(super) fn offset(&self) -> usize {
        self.origin.offset.saturating_add(self.at - self.counted)
    }

    /// The line, column and offset in the stream.
    pub(super) fn origin(&mut self, bytes: &[u8]) -> RecordStart {
        let bytes = bytes.get(self.counted..self.at).unwrap_or_default();
        if self.unchecked {
            self.origin.advance(bytes, count_in(&mut self.columns, bytes));
        } else {
            self.origin.advance(bytes, count_chars);
        }
        self.counted = self.at;
        self.origin
    }

    #[inline]
    pub(super) fn advance(&mut self, count: usize) {
        if let Some((kept, after)) = self.gap.take() {
            self.counted = self.at + kept;
            self.origin = after;
        }
        self.at += count;
    }

    /// Moves past a line of `count` bytes, up to whose start everything is counted.
    #[inline]
    pub(super) fn advance_line(&mut self, count: usize) {
        self.advance(count);
        if self.counted < self.at {
            self.origin.advance_line(self.at - self.counted);
            self.counted = self.at;
            if self.unchecked {
                self.columns = Columns::default();
            }
        }
    }

    /// Skips a byte order mark, which does not count as a character.
    pub(super) fn skip_mark(&mut self, bytes: &[u8]) {
        self.origin(bytes);
        self.at += BYTE_ORDER_MARK.len();
        self.counted = self.at;
        self.origin.offset += BYTE_ORDER_MARK.len();
    }

    /// Notes that the current record may not be UTF-8.
    #[cold]
    pub(super) fn expect_damage(&mut self) {
        self.unchecked = true;
    }

    /// Counts the part of the current record that is discarded: all of `bytes` but the record's first `kept`.
    pub(super) fn count_discarded(&mut self, bytes: &[u8], kept: usize) {
        let rest = bytes.get(self.at..).unwrap_or_default();
        let (held, discarded) = rest.split_at_checked(kept).unwrap_or((rest, &[]));
        let mut after = match self.gap {
            Some((_, after)) => after,
            None => {
                let mut after = self.origin(bytes);
                self.unchecked = true;
                after.advance(held, count_in(&mut self.columns, held));
                after
            }
        };
        after.advance(discarded, count_in(&mut self.columns, discarded));
        self.gap = Some((kept, after));
    }

    /// Makes the current point the new index 0; returns how many bytes were before it.
    pub(super) fn rebase(&mut self, bytes: &[u8]) -> usize {
        self.origin(bytes);
        self.counted = 0;
        mem::take(&mut self.at)
    }
}

/// Counts the last line of `bytes`. A character that was cut before it does not go on in it.
fn count_in(columns: &mut Columns, bytes: &[u8]) -> impl FnOnce(&[u8]) -> usize {
    let whole = bytes.len();
    move |line| {
        if line.len() < whole {
            *columns = Columns::default();
        }
        columns.count(line)
    }
}
