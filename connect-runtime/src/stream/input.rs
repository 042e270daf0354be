//! The bytes of a stream: from memory, or from a reader of which little more than one record is held.

use std::io::{self, ErrorKind, Read};

use super::position::Position;

/// The bytes of a stream that are not consumed yet.
pub(super) trait Input {
    /// The bytes that are available without reading.
    fn rest(&self) -> &[u8];

    /// Reads more bytes after those available; `false` at the end.
    fn read_more(&mut self) -> io::Result<bool>;

    /// Discards the bytes available after the next `count` if they take memory; returns how many were discarded.
    fn discard_after(&mut self, count: usize) -> usize;

    /// The bytes held and the position in them.
    fn parts(&mut self) -> (&[u8], &mut Position);
}

/// The least number of bytes to ask a reader for: enough that a `BufReader` does not copy them once more.
const ROOM: usize = 64 * 1024;

/// Bytes in memory.
#[derive(Debug)]
pub(super) struct Memory<'de> {
    bytes: &'de [u8],
    position: Position,
}

impl<'de> Memory<'de> {
    pub(super) fn new(bytes: &'de [u8]) -> Self {
        Self { bytes, position: Position::new() }
    }

    /// [`Input::parts`] that outlive the input.
    #[inline]
    pub(super) fn lasting_parts(&mut self) -> (&'de [u8], &mut Position) {
        (self.bytes, &mut self.position)
    }
}

impl Input for Memory<'_> {
    #[inline]
    fn rest(&self) -> &[u8] {
        self.bytes.get(self.position.index()..).unwrap_or_default()
    }

    fn read_more(&mut self) -> io::Result<bool> {
        Ok(false)
    }

    fn discard_after(&mut self, _: usize) -> usize {
        0
    }

    #[inline]
    fn parts(&mut self) -> (&[u8], &mut Position) {
        (self.bytes, &mut self.position)
    }
}

/// A reader, and the bytes read from it that are not consumed yet.
#[derive(Debug)]
pub(super) struct Source<R> {
    reader: R,
    buffer: Vec<u8>,
    /// How much of the buffer the reader filled.
    filled: usize,
    position: Position,
    at_end: bool,
}

impl<R: Read> Source<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, buffer: Vec::new(), filled: 0, position: Position::new(), at_end: false }
    }

    /// Makes room after the bytes not consumed yet, which are never more than a part of one record.
    fn make_room(&mut self) {
        let consumed = self.position.rebase(self.buffer.get(..self.filled).unwrap_or_default());
        self.buffer.copy_within(consumed..self.filled, 0);
        self.filled -= consumed;
        if self.filled <= ROOM && self.buffer.len() > 2 * ROOM {
            // One long record is no reason to keep a large buffer for all that follow.
            self.buffer.truncate(2 * ROOM);
            self.buffer.shrink_to_fit();
        }
        self.buffer.resize(self.buffer.len().max(self.filled + ROOM), 0);
    }
}

impl<R: Read> Input for Source<R> {
    #[inline]
    fn rest(&self) -> &[u8] {
        self.buffer.get(self.position.index()..self.filled).unwrap_or_default()
    }

    fn read_more(&mut self) -> io::Result<bool> {
        self.make_room();
        // A terminal must not be read again after its end.
        while !self.at_end {
            match self.reader.read(self.buffer.get_mut(self.filled..).unwrap_or_default()) {
                Ok(0) => self.at_end = true,
                Ok(count) => {
                    self.filled = self.buffer.len().min(self.filled.saturating_add(count));
                    return Ok(true);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }

    fn discard_after(&mut self, count: usize) -> usize {
        let surplus = self.rest().len().saturating_sub(count);
        if surplus > 0 {
            self.position.count_discarded(self.buffer.get(..self.filled).unwrap_or_default(), count);
            self.filled -= surplus;
        }
        surplus
    }

    #[inline]
    fn parts(&mut self) -> (&[u8], &mut Position) {
        (self.buffer.get(..self.filled).unwrap_or_default(), &mut self.position)
    }
}
