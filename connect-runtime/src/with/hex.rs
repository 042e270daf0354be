//! Reads bytes from a string of hexadecimal digits.
//!
//! ```
//! use connect_runtime::{from_str, ConnectModel};
//!
//! #[derive(ConnectModel)]
//! struct File {
//!     #[connect(with = connect_runtime::with::hex)]
//!     content: Vec<u8>,
//!     #[connect(with = connect_runtime::with::hex)]
//!     key: Option<[u8; 2]>,
//! }
//!
//! let file: File = from_str(r#"{"content": "68656C6c6f", "key": "0102"}"#)?;
//! assert_eq!((&*file.content, file.key), (&b"hello"[..], Some([1, 2])));
//! # Ok::<(), connect_runtime::Report>(())
//! ```

use serde::{Deserializer, Serializer};

use super::Json;
pub use super::bytes::Bytes;
use crate::report::Rejection;

/// Reads a string of two hexadecimal digits for each byte, in upper or lower case. Null is accepted for an `Option`.
///
/// # Errors
/// Anything else, and for a `[u8; N]` another number of bytes.
pub fn decode<T: Bytes>(json: &(impl Json + ?Sized)) -> Result<T, Rejection> {
    super::bytes::decode(json, "hexadecimal digits", parse)
}

/// As [`decode`], for serde's `with`.
///
/// # Errors
/// Those of `decode`.
pub fn deserialize<'de, T: Bytes, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    super::deserialize(deserializer, decode::<T>)
}

/// Writes two digits for each byte, in lower case, for serde's `with`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Bytes, S: Serializer>(bytes: &T, serializer: S) -> Result<S::Ok, S::Error> {
    super::bytes::serialize(bytes, serializer, format)
}

fn parse(text: &str) -> Result<Vec<u8>, String> {
    let digits =
        text.chars().map(|digit| digit.to_digit(16).ok_or_else(|| format!("`{}` is no digit", digit.escape_debug())));
    let digits = digits.collect::<Result<Vec<u32>, _>>()?;
    let (pairs, []) = digits.as_chunks::<2>() else {
        return Err("a byte has two digits, and one is missing".to_owned());
    };
    Ok(pairs.iter().filter_map(|[high, low]| u8::try_from(high * 16 + low).ok()).collect())
}

fn format(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
}
