//! The raw text of records.

use super::framer::{SEPARATOR, is_separator, is_whitespace};

/// The number of bytes of a rejected record that are kept.
const KEPT_BYTES: usize = 1024 * 1024;

/// The part of a rejected record's text that is kept.
pub(super) fn keep(bytes: &[u8]) -> String {
    let bytes = trim_end(bytes);
    let is_start = |byte: &u8| byte & 0xc0 != 0x80;
    let kept = match bytes.get(..KEPT_BYTES) {
        // Don't cut inside a character.
        Some(kept) if !bytes.get(KEPT_BYTES).is_none_or(is_start) => {
            kept.iter().rposition(is_start).and_then(|start| kept.get(..start)).unwrap_or_default()
        }
        Some(kept) => kept,
        None => bytes,
    };
    String::from_utf8_lossy(kept).into_owned()
}

/// The bytes without white space and record separators at their end.
#[inline]
pub(super) fn trim_end(mut bytes: &[u8]) -> &[u8] {
    while let [rest @ .., last] = bytes
        && is_separator(*last)
    {
        bytes = rest;
    }
    bytes
}

/// Whether a record of a JSON text sequence may be cut off: a number or literal without white space after it (RFC 7464,
/// section 2.4).
pub(super) fn is_cut(record: &[u8]) -> bool {
    let text = record.strip_suffix(&[SEPARATOR]).unwrap_or(record);
    let is_delimited = matches!(text.first(), Some(b'{' | b'[' | b'"'));
    !is_delimited && !text.last().is_some_and(|&last| is_whitespace(last))
}
