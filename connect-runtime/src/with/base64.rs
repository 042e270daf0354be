//! Reads bytes from a string in base64.
//!
//! ```
//! use connect_runtime::{from_str, ConnectModel};
//!
//! #[derive(ConnectModel)]
//! struct File {
//!     #[connect(with = connect_runtime::with::base64)]
//!     content: Vec<u8>,
//!     #[connect(with = connect_runtime::with::base64)]
//!     key: Option<[u8; 2]>,
//! }
//!
//! let file: File = from_str(r#"{"content": "aGVsbG8=", "key": "AQI"}"#)?;
//! assert_eq!((&*file.content, file.key), (&b"hello"[..], Some([1, 2])));
//! # Ok::<(), connect_runtime::Report>(())
//! ```

use serde::{Deserializer, Serializer};

use super::Json;
pub use super::bytes::Bytes;
use crate::report::Rejection;

/// Reads a string in base64 (RFC 4648), in the standard alphabet or the one for URLs, with or without padding. Null is
/// accepted for an `Option`.
///
/// # Errors
/// Anything else, and for a `[u8; N]` another number of bytes.
pub fn decode<T: Bytes>(json: &(impl Json + ?Sized)) -> Result<T, Rejection> {
    super::bytes::decode(json, "base64", parse)
}

/// As [`decode`], for serde's `with`.
///
/// # Errors
/// Those of `decode`.
pub fn deserialize<'de, T: Bytes, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    super::deserialize(deserializer, decode::<T>)
}

/// Writes base64 in the standard alphabet with padding, for serde's `with`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Bytes, S: Serializer>(bytes: &T, serializer: S) -> Result<S::Ok, S::Error> {
    super::bytes::serialize(bytes, serializer, format)
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn parse(text: &str) -> Result<Vec<u8>, String> {
    let content = text.trim_end_matches('=');
    let padding = text.len() - content.len();
    if content.contains(['+', '/']) && content.contains(['-', '_']) {
        return Err("it mixes the standard alphabet with the one for URLs".to_owned());
    }
    if padding > 0 && (padding > 2 || !text.len().is_multiple_of(4)) {
        return Err("the padding does not fill up a group of four characters".to_owned());
    }
    let values = content.chars().map(|character| {
        value(character).ok_or_else(|| format!("`{}` is not in the alphabet", character.escape_debug()))
    });
    values.collect::<Result<Vec<u8>, _>>()?.chunks(4).try_fold(Vec::new(), |mut bytes, group| {
        append(&mut bytes, group)?;
        Ok(bytes)
    })
}

/// The six bits that a character stands for.
fn value(character: char) -> Option<u8> {
    let standard = match character {
        '-' => b'+',
        '_' => b'/',
        other => u8::try_from(other).ok()?,
    };
    ALPHABET.iter().position(|&known| known == standard).and_then(|value| u8::try_from(value).ok())
}

/// Appends the bytes of a group of up to four characters.
fn append(bytes: &mut Vec<u8>, group: &[u8]) -> Result<(), String> {
    let bits = group.iter().fold(0, |bits, &value| bits << 6 | u32::from(value)) << (6 * (4 - group.len()));
    let [_, first, second, third] = bits.to_be_bytes();
    let (whole, rest) = match group.len() {
        1 => return Err("the last character is left over: it is cut off".to_owned()),
        2 => (&[first][..], [second, third]),
        3 => (&[first, second][..], [third, 0]),
        _ => (&[first, second, third][..], [0, 0]),
    };
    bytes.extend_from_slice(whole);
    if rest == [0, 0] { Ok(()) } else { Err("the last character has bits that belong to no byte".to_owned()) }
}

fn format(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let value = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or(0);
            let known = ALPHABET.get(value).filter(|_| place <= group.len());
            text.push(known.map_or('=', |&known| char::from(known)));
        }
    }
    text
}
