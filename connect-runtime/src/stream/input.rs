//! Where the bytes of a stream come from: memory, or a reader of which little more than one record is held.

use std::io::{self, BufRead, ErrorKind};

use super::position::Position;

/// What comes next, and the way past it.
pub(super) trait Input {
    /// What comes next, as much as is there.
    fn rest(&self) -> &[u8];

    /// Reads more behind what is there; false at the end.
    fn read_more(&mut self) -> io::Result<bool>;

    /// Lets go of what is there behind the next `count` bytes, where it takes memory; how many bytes that is.
    fn shed(&mut self, count: usize) -> usize;

    /// The bytes at hand and the point in them.
    fn parts(&mut self) -> (&[u8], &mut Position);
}

/// How much is kept ready for records to come, in bytes.
const ROOM: usize = 64 * 1024;

/// Bytes in memory.
#[derive(Debug)]
pub(super) struct Memory<'de> {
    pub(super) bytes: &'de [u8],
    pub(super) position: Position,
}

impl<'de> Memory<'de> {
    pub(super) fn new(bytes: &'de [u8]) -> Self {
        Self { bytes, position: Position::new() }
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

    fn shed(&mut self, _: usize) -> usize {
        0
    }

    #[inline]
    fn parts(&mut self) -> (&[u8], &mut Position) {
        (self.bytes, &mut self.position)
    }
}

/// A reader, and what it gave that is not passed.
#[derive(Debug)]
pub(super) struct Source<R> {
    reader: R,
    pub(super) bytes: Vec<u8>,
    pub(super) position: Position,
    at_end: bool,
}

impl<R: BufRead> Source<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, bytes: Vec::new(), position: Position::new(), at_end: false }
    }

    /// Makes room by letting go of what is passed. Little is moved: one asks for more within the last record only.
    fn make_room(&mut self) {
        let passed = self.position.rebase(&self.bytes);
        self.bytes.drain(..passed);
        if self.bytes.len() < ROOM {
            // One long record is no reason to keep that much for all that follow.
            self.bytes.shrink_to(2 * ROOM);
        }
    }
}

impl<R: BufRead> Input for Source<R> {
    #[inline]
    fn rest(&self) -> &[u8] {
        self.bytes.get(self.position.index()..).unwrap_or_default()
    }

    fn read_more(&mut self) -> io::Result<bool> {
        self.make_room();
        // A terminal would be asked once more behind its end.
        while !self.at_end {
            match self.reader.fill_buf() {
                Ok([]) => self.at_end = true,
                Ok(piece) => {
                    let piece = piece.get(..ROOM).unwrap_or(piece);
                    self.bytes.extend_from_slice(piece);
                    let count = piece.len();
                    self.reader.consume(count);
                    return Ok(true);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }

    fn shed(&mut self, count: usize) -> usize {
        let kept = self.position.index().saturating_add(count);
        let length = self.bytes.len();
        if length > kept {
            self.position.skip(&self.bytes, kept);
            self.bytes.truncate(kept);
        }
        length - self.bytes.len()
    }

    #[inline]
    fn parts(&mut self) -> (&[u8], &mut Position) {
        (&self.bytes, &mut self.position)
    }
}
