//! The iterators over the records of a stream.

use std::{fmt, io::Read, iter::FusedIterator, marker::PhantomData};

use super::{
    error::StreamError,
    input::{Input, Memory, Source},
    records::RecordCursor,
};
use crate::{
    decode::{Decode, DecodeOwned},
    decoder::Decoded,
};

/// The records of a reader, from [`stream`](crate::stream()) or [`Decoder::records`](crate::Decoder::records).
///
/// ```
/// use connect_runtime::{Decoder, Records, StreamError};
///
/// let ids: Records<&[u8], u64> = Decoder::new().records("7\n8\n".as_bytes());
/// let ids: Result<Vec<u64>, StreamError> = ids.map(|id| Ok(id?.value)).collect();
/// assert_eq!(ids?, [7, 8]);
/// # Ok::<(), StreamError>(())
/// ```
#[must_use = "records are read only as they are asked for"]
pub struct Records<R, T> {
    input: Source<R>,
    cursor: RecordCursor,
    record: PhantomData<fn() -> T>,
}

impl<R: Read, T> Records<R, T> {
    pub(super) fn new(reader: R, cursor: RecordCursor) -> Self {
        Self { input: Source::new(reader), cursor, record: PhantomData }
    }
}

impl<R: Read, T: DecodeOwned> Iterator for Records<R, T> {
    type Item = Result<Decoded<T>, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.cursor.next_frame(&mut self.input)? {
            Ok(frame) => {
                let (bytes, position) = self.input.parts();
                Some(self.cursor.decode_record(frame, bytes, position))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

impl<R: Read, T: DecodeOwned> FusedIterator for Records<R, T> {}

// What is held of the input may be secret.
impl<R, T> fmt::Debug for Records<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records").field("count", &self.cursor.count()).finish_non_exhaustive()
    }
}

/// The records of bytes in memory, from which they may borrow, from [`stream_slice`](crate::stream_slice()).
///
/// ```
/// use connect_runtime::{SliceRecords, stream_slice};
///
/// let mut names: SliceRecords<'_, &str> = stream_slice(br#"["ada", "grace"]"#);
/// assert_eq!(names.next().transpose()?.map(|name| name.value), Some("ada"));
/// # Ok::<(), connect_runtime::StreamError>(())
/// ```
#[must_use = "records are read only as they are asked for"]
pub struct SliceRecords<'de, T> {
    input: Memory<'de>,
    cursor: RecordCursor,
    record: PhantomData<fn() -> T>,
}

impl<'de, T> SliceRecords<'de, T> {
    pub(super) fn new(bytes: &'de [u8], cursor: RecordCursor) -> Self {
        Self { input: Memory::new(bytes), cursor, record: PhantomData }
    }
}

impl<'de, T: Decode<'de>> Iterator for SliceRecords<'de, T> {
    type Item = Result<Decoded<T>, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.cursor.next_frame(&mut self.input)? {
            Ok(frame) => {
                let (bytes, position) = self.input.lasting_parts();
                Some(self.cursor.decode_record(frame, bytes, position))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

impl<'de, T: Decode<'de>> FusedIterator for SliceRecords<'de, T> {}

impl<T> fmt::Debug for SliceRecords<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SliceRecords").field("count", &self.cursor.count()).finish_non_exhaustive()
    }
}
