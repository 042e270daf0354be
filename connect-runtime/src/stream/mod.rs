//! Decodes a stream of records from a reader or from memory.

use std::io::Read;

use crate::{
    decode::{Decode, DecodeOwned},
    decoder::Decoder,
};

mod balance;
mod buffer;
mod detect;
mod envelope;
mod error;
mod framer;
mod input;
mod iter;
mod nesting;
mod position;
mod raw;
mod records;
mod records_at;

pub use buffer::RecordBuffer;
pub use error::StreamError;
pub use iter::{Records, SliceRecords};
use records::RecordCursor;
pub use records_at::RecordsAt;

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
pub fn stream<T: DecodeOwned>(reader: impl Read) -> Records<impl Read, T> {
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
pub fn stream_slice<'de, T: Decode<'de>>(bytes: &'de [u8]) -> SliceRecords<'de, T> {
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
    pub fn stream<T: DecodeOwned>(self, reader: impl Read) -> Records<impl Read, T> {
        self.records(reader)
    }

    /// [`stream`](Self::stream) for where the type of the iterator is written out, such as the field of a struct.
    ///
    /// ```
    /// use connect_runtime::{Decoder, Records};
    /// use std::io::Stdin;
    ///
    /// struct Import {
    ///     ids: Records<Stdin, u64>,
    /// }
    ///
    /// let import = Import { ids: Decoder::new().records(std::io::stdin()) };
    /// # drop(import.ids);
    /// ```
    pub fn records<R: Read, T: DecodeOwned>(self, reader: R) -> Records<R, T> {
        Records::new(reader, self.cursor_of_pieces())
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
    pub fn stream_slice<'de, T: Decode<'de>>(self, bytes: &'de [u8]) -> SliceRecords<'de, T> {
        SliceRecords::new(bytes, self.cursor_of_memory())
    }

    /// Reads records from pieces that the caller gets from somewhere, such as an asynchronous source:
    /// [`stream`](Self::stream) without input and output.
    ///
    /// ```
    /// use connect_runtime::{Decoder, StreamError};
    ///
    /// let mut buffer = Decoder::new().strict(true).record_buffer::<u8>();
    /// buffer.push(b"1\n2");
    /// assert_eq!(buffer.next().transpose()?.map(|number| number.value), Some(1));
    /// assert!(buffer.next().is_none());
    /// buffer.push(b"3\n");
    /// assert_eq!(buffer.next().transpose()?.map(|number| number.value), Some(23));
    /// # Ok::<(), StreamError>(())
    /// ```
    pub fn record_buffer<T: DecodeOwned>(self) -> RecordBuffer<T> {
        RecordBuffer::with(self.cursor_of_pieces())
    }

    /// Reads the items of the array at the JSON Pointer `pointer` (RFC 6901) of each document: `/items`, or
    /// `/data/0/rows`. See [`RecordsAt`].
    ///
    /// ```
    /// use connect_runtime::{Decoder, StreamError};
    ///
    /// let page = r#"{"total": 2, "items": [7, 8], "next": null}"#;
    /// let items = Decoder::new().records_at("/items").stream::<u8>(page.as_bytes());
    /// let items: Result<Vec<u8>, StreamError> = items.map(|item| Ok(item?.value)).collect();
    /// assert_eq!(items?, [7, 8]);
    /// # Ok::<(), StreamError>(())
    /// ```
    pub fn records_at(self, pointer: impl Into<String>) -> RecordsAt {
        RecordsAt { decoder: self, pointer: pointer.into() }
    }

    fn cursor_of_pieces(self) -> RecordCursor {
        let limit = if self.max_input() == usize::MAX { RECORD_BYTES } else { self.max_input() };
        RecordCursor::new(self, limit)
    }

    fn cursor_of_memory(self) -> RecordCursor {
        RecordCursor::new(self, self.max_input())
    }
}
