//! How far a stream is passed, in lines and columns that are counted when somebody asks.

use std::mem;

use crate::report::RecordStart;

/// A point in the bytes at hand.
#[derive(Debug)]
pub(super) struct Position {
    /// Its index.
    at: usize,
    /// The index up to which `origin` is counted.
    counted: usize,
    origin: RecordStart,
    /// How many bytes of the record at hand are followed by a gap, and the place behind that.
    gap: Option<(usize, RecordStart)>,
}

impl Position {
    pub(super) fn new() -> Self {
        Self { at: 0, counted: 0, origin: RecordStart::START, gap: None }
    }

    #[inline]
    pub(super) fn index(&self) -> usize {
        self.at
    }

    /// Its place in the stream.
    pub(super) fn origin(&mut self, bytes: &[u8]) -> RecordStart {
        self.origin.pass(bytes.get(self.counted..self.at).unwrap_or_default());
        self.counted = self.at;
        self.origin
    }

    #[inline]
    pub(super) fn pass(&mut self, count: usize) {
        if let Some((kept, behind)) = self.gap.take() {
            self.counted = self.at + kept;
            self.origin = behind;
        }
        self.at += count;
    }

    /// Goes past a line of `count` bytes that is counted up to here.
    #[inline]
    pub(super) fn pass_line(&mut self, count: usize) {
        self.pass(count);
        if self.counted < self.at {
            self.origin.pass_line(self.at - self.counted);
            self.counted = self.at;
        }
    }

    /// Goes past `mark`, which is no character of the text.
    pub(super) fn pass_mark(&mut self, mark: &[u8]) {
        self.at += mark.len();
        self.counted = self.at;
        self.origin.offset += mark.len();
    }

    /// Counts what of the record at hand is let go: all of `bytes` behind its first `kept` ones.
    pub(super) fn skip(&mut self, bytes: &[u8], kept: usize) {
        let rest = bytes.get(self.at..).unwrap_or_default();
        let (held, skipped) = rest.split_at_checked(kept).unwrap_or((rest, &[]));
        let mut behind = match self.gap {
            Some((_, behind)) => behind,
            None => self.origin(bytes).behind(held),
        };
        behind.pass(skipped);
        self.gap = Some((kept, behind));
    }

    /// Has the bytes before the point let go; how many these are.
    pub(super) fn rebase(&mut self, bytes: &[u8]) -> usize {
        self.origin(bytes);
        self.counted = 0;
        mem::take(&mut self.at)
    }
}
