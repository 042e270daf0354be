//! Where the bytes of a stream come from: memory, or a reader of which one record at a time is held.

use std::io::{self, BufRead, ErrorKind};

use super::framer::Framer;

/// A record as it was cut out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'f> {
    /// The comma, bracket or line end behind it included.
    pub(super) bytes: &'f [u8],
    /// The byte that ends it; none where that is the end of the input.
    pub(super) last: Option<u8>,
    /// How long it is in the stream, in bytes; `bytes` is shorter where that was more than is held.
    pub(super) length: usize,
}

/// What comes next, and the way past it.
pub(super) trait Input {
    /// What comes next, as much as is there; nothing at the end.
    fn piece(&mut self) -> io::Result<&[u8]>;

    /// Goes past `count` bytes of the piece.
    fn pass(&mut self, count: usize);

    /// Looks some way further ahead than before; false at the end.
    fn look_further(&mut self) -> io::Result<bool>;

    /// What was looked at, from the start.
    fn ahead(&self) -> &[u8];
}

/// How much is looked at in one step, in bytes.
const STEP: usize = 64 * 1024;

/// Bytes in memory.
#[derive(Debug)]
pub(super) struct Memory<'de> {
    rest: &'de [u8],
    seen: usize,
}

impl<'de> Memory<'de> {
    pub(super) fn new(bytes: &'de [u8]) -> Self {
        Self { rest: bytes, seen: 0 }
    }

    /// Cuts out the record at hand.
    pub(super) fn frame(&mut self, framer: &mut Framer) -> Frame<'de> {
        let end = framer.pass_record(self.rest);
        let (bytes, rest) = end.and_then(|end| self.rest.split_at_checked(end)).unwrap_or((self.rest, &[]));
        self.rest = rest;
        Frame { bytes, last: end.and(bytes.last().copied()), length: bytes.len() }
    }
}

impl Input for Memory<'_> {
    fn piece(&mut self) -> io::Result<&[u8]> {
        Ok(self.rest)
    }

    fn pass(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    fn look_further(&mut self) -> io::Result<bool> {
        let before = self.seen;
        self.seen = self.rest.len().min(before + STEP);
        Ok(self.seen > before)
    }

    fn ahead(&self) -> &[u8] {
        self.rest.get(..self.seen).unwrap_or_default()
    }
}

/// A reader, and the record that lies across the pieces it gave.
#[derive(Debug)]
pub(super) struct Source<R> {
    feed: Feed<R>,
    held: Vec<u8>,
    /// How much of the piece the record given last takes.
    given: usize,
}

impl<R: BufRead> Source<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { feed: Feed { reader, ahead: Vec::new(), passed: 0, at_end: false }, held: Vec::new(), given: 0 }
    }

    /// Cuts out the record at hand, of which up to `limit` bytes are held. It is not copied if all of it is in the
    /// piece that comes next.
    pub(super) fn frame(&mut self, framer: &mut Framer, limit: usize) -> io::Result<Frame<'_>> {
        self.forget();
        let piece = self.feed.piece()?;
        if let Some(end) = framer.pass_record(piece) {
            self.given = end;
            let bytes = self.feed.piece()?.get(..end).unwrap_or_default();
            return Ok(Frame { bytes, last: bytes.last().copied(), length: end });
        }
        let mut length = self.hold(usize::MAX, limit)?;
        loop {
            let piece = self.feed.piece()?;
            if piece.is_empty() {
                return Ok(Frame { bytes: &self.held, last: None, length });
            }
            let end = framer.pass_record(piece);
            let last = end.map(|end| piece.get(end.wrapping_sub(1)).copied().unwrap_or_default());
            length = length.saturating_add(self.hold(end.unwrap_or(usize::MAX), limit)?);
            if last.is_some() {
                return Ok(Frame { bytes: &self.held, last, length });
            }
        }
    }

    /// Goes past the piece up to `end`, and holds of it what there is room for; its length in bytes.
    fn hold(&mut self, end: usize, limit: usize) -> io::Result<usize> {
        let piece = self.feed.piece()?;
        let piece = piece.get(..end).unwrap_or(piece);
        let room = limit.saturating_sub(self.held.len());
        self.held.extend_from_slice(piece.get(..room).unwrap_or(piece));
        let length = piece.len();
        self.feed.pass(length);
        Ok(length)
    }

    /// Lets go of the record given last.
    fn forget(&mut self) {
        self.feed.pass(self.given);
        self.given = 0;
        self.held.clear();
        // One long record is no reason to keep that much for all that follow.
        self.held.shrink_to(STEP);
    }
}

impl<R: BufRead> Input for Source<R> {
    fn piece(&mut self) -> io::Result<&[u8]> {
        self.forget();
        self.feed.piece()
    }

    fn pass(&mut self, count: usize) {
        self.feed.pass(count);
    }

    fn look_further(&mut self) -> io::Result<bool> {
        self.feed.look_further()
    }

    fn ahead(&self) -> &[u8] {
        &self.feed.ahead
    }
}

/// A reader behind what was looked at ahead of time.
#[derive(Debug)]
struct Feed<R> {
    reader: R,
    ahead: Vec<u8>,
    /// How much of `ahead` is passed.
    passed: usize,
    at_end: bool,
}

impl<R: BufRead> Feed<R> {
    #[inline]
    fn piece(&mut self) -> io::Result<&[u8]> {
        if self.passed < self.ahead.len() {
            return Ok(self.ahead.get(self.passed..).unwrap_or_default());
        }
        self.fill()
    }

    fn fill(&mut self) -> io::Result<&[u8]> {
        // A terminal would be asked once more behind its end.
        while !self.at_end {
            match self.reader.fill_buf() {
                Ok(piece) => {
                    self.at_end = piece.is_empty();
                    break;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        if self.at_end { Ok(&[]) } else { self.reader.fill_buf() }
    }

    #[inline]
    fn pass(&mut self, count: usize) {
        if self.ahead.is_empty() {
            self.reader.consume(count);
            return;
        }
        self.passed += count;
        if self.passed >= self.ahead.len() {
            self.ahead = Vec::new();
            self.passed = 0;
        }
    }

    fn look_further(&mut self) -> io::Result<bool> {
        if self.fill()?.is_empty() {
            return Ok(false);
        }
        let piece = self.reader.fill_buf()?;
        let piece = piece.get(..STEP).unwrap_or(piece);
        self.ahead.extend_from_slice(piece);
        let count = piece.len();
        self.reader.consume(count);
        Ok(true)
    }
}
