//! Entry points with the default policy and limits: text, bytes, a source, a value.

use std::io::Read;

use crate::{
    decode::{Decode, DecodeOwned},
    decoder::Decoder,
    reader::Origin,
    report::Report,
};

/// The default policy and limits.
static LENIENT: Decoder = Decoder::new();

/// Reads a value from JSON text (RFC 8259).
///
/// ```
/// assert_eq!(connect_runtime::from_str::<Vec<u8>>("[1, \"2\", 3.0]")?, [1, 2, 3]);
/// # Ok::<(), connect_runtime::Report>(())
/// ```
///
/// # Errors
/// A [`Report`] of every problem.
pub fn from_str<'de, T: Decode<'de>>(text: &'de str) -> Result<T, Report> {
    LENIENT.from_str(text)
}

/// Reads a value from JSON text in bytes, which must be UTF-8 in whatever the model reads: see
/// [`Decoder::from_slice`] and [`Decoder::lossy`].
///
/// ```
/// assert_eq!(connect_runtime::from_slice::<&str>(b"\"caf\xc3\xa9\"")?, "café");
/// let report = connect_runtime::from_slice::<&str>(b"\"caf\xc3\"").unwrap_err();
/// assert_eq!(report.to_string(), "1:5: $: byte 0xc3 is not UTF-8 [syntax]");
/// # Ok::<(), connect_runtime::Report>(())
/// ```
///
/// # Errors
/// A [`Report`] of every problem; the first byte that is read and not UTF-8 is a `syntax` issue.
pub fn from_slice<'de, T: Decode<'de>>(bytes: &'de [u8]) -> Result<T, Report> {
    LENIENT.from_slice(bytes)
}

/// Reads a value from all bytes of `reader`, which are dropped afterwards, so that the value can't borrow from them. For a
/// model that does, as with a field `&'a str`, the compiler says that its implementation of `Decode` is not general
/// enough: make the fields `String`, or read all bytes first and call [`from_slice`].
///
/// ```
/// let file = std::io::Cursor::new("[true]");
/// assert_eq!(connect_runtime::from_reader::<Vec<bool>>(file)?, [true]);
/// # Ok::<(), connect_runtime::Report>(())
/// ```
///
/// # Errors
/// A [`Report`] of every problem; an error of the source is an `io` issue, and the [`source`](std::error::Error::source) of
/// the report.
pub fn from_reader<T: DecodeOwned>(reader: impl Read) -> Result<T, Report> {
    LENIENT.from_reader(reader)
}

/// Reads a value from a [`serde_json::Value`]. Issues have paths, but no line and column, since there is no text. An
/// integer is not read from a float of 2 to the power of 53 or more, which may have been rounded.
///
/// ```
/// let value = serde_json::json!({ "a": 1, "b": "x" });
/// let report = connect_runtime::from_value::<std::collections::BTreeMap<String, u8>>(value).unwrap_err();
/// assert_eq!(report.issues()[0].path().to_string(), "b");
/// assert_eq!(report.issues()[0].line(), None);
/// ```
///
/// # Errors
/// A [`Report`] of every problem.
#[expect(clippy::needless_pass_by_value, reason = "as in serde_json, so that one can replace the other")]
pub fn from_value<T: DecodeOwned>(value: serde_json::Value) -> Result<T, Report> {
    LENIENT.decode_rewritten(&value.to_string(), Origin::Value)
}
