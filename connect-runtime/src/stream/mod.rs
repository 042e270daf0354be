//! Decodes a stream of records from a reader or from memory.

use std::{io::Read, iter::FusedIterator, marker::PhantomData};

use crate::{
    decode::{Decode, DecodeOwned},
    decoder::{Decoded, Decoder},
};

mod balance;
mod detect;
mod error;
mod framer;
mod input;
mod nesting;
mod position;
mod raw;
mod records;

pub use error::StreamError;
use input::{Input, Memory, Source};
use records::Records;

/// The default limit on the length of a record from a reader, in bytes.
const RECORD_BYTES: usize = 64 * 1024 * 1024;

/// Reads records from `reader`, one at a time: [`Decoder::stream`] with the default decoder.
///
/// ```
/// use connect_runtime::{stream, StreamError};
///
/// let ndjson = "[1, 2]\n";
/// let items: Result<Vec<u8>, StreamError> = stream(ndjson.as_bytes()).map(|item| Ok(item?.value)).collect();
/// assert_eq!(items?, [1, 2]);
/// # Ok::<(), StreamError>(())
/// ```
pub fn stream<T: DecodeOwned>(reader: impl Read) -> impl FusedIterator<Item = Result<Decoded<T>, StreamError>> {
    Decoder::new().stream(reader)
}

/// Reads records from memory, one at a time, without copying: [`Decoder::stream_slice`] with the default decoder.
///
/// ```
/// use connect_runtime::{stream_slice, StreamError};
///
/// let names = stream_slice(b"[\"ada\", \"grace\"]").map(|name| Ok(name?.value));
/// let names: Vec<&str> = names.collect::<Result<_, StreamError>>()?;
/// assert_eq!(names, ["ada", "grace"]);
/// # Ok::<(), StreamError>(())
/// ```
pub fn stream_slice<'de, T: Decode<'de>>(
    bytes: &'de [u8],
) -> impl FusedIterator<Item = Result<Decoded<T>, StreamError>> {
    Decoder::new().stream_slice(bytes)
}

impl Decoder {
    /// Reads records from `reader`, one at a time, each with its drift. A rejected record does not affect the others.
    ///
    /// The start of the stream decides how records are separated:
    ///
    /// - If it starts with `[`, the records are the items of that array, and of any arrays that follow it.
    /// - If it starts with a record separator (U+001E), it is a JSON text sequence (RFC 7464): each record ends at the next
    ///   separator, so that one that was cut off does not affect the others.
    /// - If its first value is alone on its line, or broken, there is one record per line (NDJSON).
    /// - Otherwise, the records are concatenated values, such as objects over several lines.
    ///
    /// Empty input has no records. White space, byte order marks and record separators between records are passed over.
    ///
    /// The reader is asked for at least 64 KiB at a time, so a file needs no `BufReader`. Beyond that, at most one record
    /// is held in memory. Here, [`max_input_bytes`](Decoder::max_input_bytes) limits the length of each record and is
    /// 64 MiB unless set; a longer record is rejected with `input_limit`, and reading continues after it.
    ///
    /// After a rejected record, reading continues at the next line, item or value. It stops only if the quotes and
    /// brackets of an array item do not match, and the report says so.
    ///
    /// ```
    /// use connect_runtime::{Decoder, DriftKind, StreamError};
    ///
    /// let text = "1\n\"2\"\ntrue\n";
    /// let mut numbers = Decoder::new().stream::<u8>(text.as_bytes());
    /// assert_eq!(numbers.next().transpose()?.map(|number| number.value), Some(1));
    ///
    /// let coerced = numbers.next().transpose()?.unwrap_or_else(|| panic!());
    /// assert_eq!((coerced.value, coerced.drift.changes()[0].line()), (2, Some(2)));
    ///
    /// let error = numbers.next().unwrap_or_else(|| panic!()).unwrap_err();
    /// assert_eq!(error.to_string(), "record 2 at line 3: 3:1: $: expected an integer, found `true` [wrong_type]");
    /// assert!(numbers.next().is_none());
    /// # Ok::<(), StreamError>(())
    /// ```
    pub fn stream<T: DecodeOwned>(
        self,
        reader: impl Read,
    ) -> impl FusedIterator<Item = Result<Decoded<T>, StreamError>> {
        let limit = if self.max_input() == usize::MAX { RECORD_BYTES } else { self.max_input() };
        let records = Records::new(self, limit);
        ReaderStream { input: Source::new(reader), records, record: PhantomData }
    }

    /// Reads records from memory like [`stream`](Self::stream), without copying: values may borrow from `bytes`.
    /// Record length is not limited unless [`max_input_bytes`](Decoder::max_input_bytes) is set.
    ///
    /// ```
    /// use connect_runtime::{Decoder, StreamError};
    ///
    /// let names = Decoder::new().stream_slice::<&str>(br#" "ada" "grace" "#);
    /// let names: Result<Vec<&str>, StreamError> = names.map(|name| Ok(name?.value)).collect();
    /// assert_eq!(names?, ["ada", "grace"]);
    /// # Ok::<(), StreamError>(())
    /// ```
    pub fn stream_slice<'de, T: Decode<'de>>(
        self,
        bytes: &'de [u8],
    ) -> impl FusedIterator<Item = Result<Decoded<T>, StreamError>> {
        let records = Records::new(self, self.max_input());
        MemoryStream { input: Memory::new(bytes), records, record: PhantomData }
    }
}

struct ReaderStream<R, T> {
    input: Source<R>,
    records: Records,
    record: PhantomData<fn() -> T>,
}

impl<R: Read, T: DecodeOwned> Iterator for ReaderStream<R, T> {
    type Item = Result<Decoded<T>, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.records.next_frame(&mut self.input)? {
            Ok(frame) => {
                let (bytes, position) = self.input.parts();
                Some(self.records.decode_record(frame, bytes, position))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

impl<R: Read, T: DecodeOwned> FusedIterator for ReaderStream<R, T> {}

struct MemoryStream<'de, T> {
    input: Memory<'de>,
    records: Records,
    record: PhantomData<fn() -> T>,
}

impl<'de, T: Decode<'de>> Iterator for MemoryStream<'de, T> {
    type Item = Result<Decoded<T>, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.records.next_frame(&mut self.input)? {
            Ok(frame) => {
                let (bytes, position) = self.input.lasting_parts();
                Some(self.records.decode_record(frame, bytes, position))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

impl<'de, T: Decode<'de>> FusedIterator for MemoryStream<'de, T> {}
