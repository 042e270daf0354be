//! Streams of the items of an array inside an envelope.

use std::io::Read;

use super::{
    buffer::RecordBuffer,
    iter::{Records, SliceRecords},
};
use crate::{
    decode::{Decode, DecodeOwned},
    decoder::Decoder,
};

/// Reads the items of an array inside an envelope, such as the pages of an API: from [`Decoder::records_at`].
///
/// Documents that follow one another, with or without white space between them, are one stream of items. Of a document,
/// no more is held in memory than one item, so neither the array nor what is around it needs to fit.
///
/// - Paths start at the document: `items[3].id`. Lines, columns and spans count from the start of the stream.
/// - What is around the array must be valid JSON, also after it. If it is not, that is the last error of the stream.
/// - A document in which the pointer leads to no array is an error with the first step that is missing, and what is
///   there; its index counts as that of a record. Reading continues with the next document.
/// - A pointer that is not one is the first and only error: [`Io`](crate::StreamError::Io) with
///   [`InvalidInput`](std::io::ErrorKind::InvalidInput).
///
/// The limits hold for each item, and [`max_depth`](Decoder::max_depth) also for what is around the array.
///
/// ```
/// use connect_runtime::{Decoder, StreamError};
///
/// let pages = r#"{"data": {"items": [1, "x"]}} {"data": {"rows": []}}"#;
/// let mut items = Decoder::new().records_at("/data/items").stream_slice::<u8>(pages.as_bytes());
/// assert_eq!(items.next().transpose()?.map(|item| item.value), Some(1));
///
/// let errors: Vec<String> = items.filter_map(|item| Some(item.err()?.to_string())).collect();
/// assert_eq!(
///     errors,
///     [
///         "record 1 at line 1: 1:24: data.items[1]: expected an integer, found the string `\"x\"` [invalid_number]",
///         "record 2 at line 1: 1:40: data.items: `items` is missing, the object has `rows` [missing_field]",
///     ]
/// );
/// # Ok::<(), StreamError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct RecordsAt {
    pub(super) decoder: Decoder,
    pub(super) pointer: String,
}

impl RecordsAt {
    /// The items in what `reader` yields, one at a time. See also [`Decoder::stream`].
    ///
    /// ```
    /// use connect_runtime::Decoder;
    ///
    /// let page = "[[7], [8, 9]]".as_bytes();
    /// assert_eq!(Decoder::new().records_at("/1").stream::<u8>(page).count(), 2);
    /// ```
    pub fn stream<T: DecodeOwned>(self, reader: impl Read) -> Records<impl Read, T> {
        self.records(reader)
    }

    /// [`stream`](Self::stream) for where the type of the iterator is written out.
    ///
    /// ```
    /// use connect_runtime::{Decoder, Records};
    ///
    /// let items: Records<&[u8], u8> = Decoder::new().records_at("/items").records(&b"{\"items\": [7]}"[..]);
    /// assert_eq!(items.count(), 1);
    /// ```
    pub fn records<R: Read, T: DecodeOwned>(self, reader: R) -> Records<R, T> {
        Records::new(reader, self.decoder.cursor_of_pieces().at(&self.pointer))
    }

    /// The items in memory, one at a time; values may borrow from `bytes`. See also [`Decoder::stream_slice`].
    ///
    /// ```
    /// use connect_runtime::Decoder;
    ///
    /// let mut names = Decoder::new().records_at("/names").stream_slice::<&str>(br#"{"names": ["ada"]}"#);
    /// assert_eq!(names.next().transpose()?.map(|name| name.value), Some("ada"));
    /// # Ok::<(), connect_runtime::StreamError>(())
    /// ```
    pub fn stream_slice<'de, T: Decode<'de>>(self, bytes: &'de [u8]) -> SliceRecords<'de, T> {
        SliceRecords::new(bytes, self.decoder.cursor_of_memory().at(&self.pointer))
    }

    /// The items in pieces that the caller gets from somewhere. See also [`Decoder::record_buffer`].
    ///
    /// ```
    /// use connect_runtime::Decoder;
    ///
    /// let mut items = Decoder::new().records_at("/items").record_buffer::<u8>();
    /// items.push(br#"{"items": [7, "#);
    /// assert_eq!(items.next().transpose()?.map(|item| item.value), Some(7));
    /// # Ok::<(), connect_runtime::StreamError>(())
    /// ```
    pub fn record_buffer<T: DecodeOwned>(self) -> RecordBuffer<T> {
        RecordBuffer::with(self.decoder.cursor_of_pieces().at(&self.pointer))
    }
}
