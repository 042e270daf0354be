//! JSON text in which bytes may occur that are not UTF-8.

use std::{borrow::Cow, ops::Range};

use super::columns::{Columns, count_chars};

/// JSON text. Parts of it are checked only when they are read, if the whole is not UTF-8.
#[derive(Debug, Clone, Copy)]
pub(crate) struct JsonText<'t> {
    bytes: &'t [u8],
    /// The start of `bytes` that is known to be UTF-8: usually all of it.
    valid: &'t str,
}

impl<'t> From<&'t str> for JsonText<'t> {
    #[inline]
    fn from(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), valid: text }
    }
}

impl<'t> JsonText<'t> {
    #[inline]
    pub(crate) fn new(bytes: &'t [u8]) -> Self {
        match simdutf8::basic::from_utf8(bytes) {
            Ok(valid) => Self { bytes, valid },
            Err(_) => Self::damaged(bytes),
        }
    }

    #[cold]
    fn damaged(bytes: &'t [u8]) -> Self {
        Self { bytes, valid: bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid()) }
    }

    #[inline]
    pub(crate) fn bytes(self) -> &'t [u8] {
        self.bytes
    }

    /// The start of it that is known to be UTF-8: usually all of it.
    #[inline]
    pub(crate) fn valid(self) -> &'t str {
        self.valid
    }

    #[inline]
    pub(crate) fn len(self) -> usize {
        self.bytes.len()
    }

    /// Whether all of it is UTF-8.
    pub(crate) fn is_valid(self) -> bool {
        self.valid.len() == self.bytes.len()
    }

    /// The text in this range of bytes; `None` if it is not UTF-8.
    #[inline]
    pub(crate) fn get(self, range: Range<usize>) -> Option<&'t str> {
        self.valid.get(range.clone()).or_else(|| self.check(range))
    }

    #[cold]
    fn check(self, range: Range<usize>) -> Option<&'t str> {
        str::from_utf8(self.bytes.get(range)?).ok()
    }

    /// The text in this range of bytes, with U+FFFD for what is not UTF-8.
    pub(crate) fn lossy(self, range: Range<usize>) -> Cow<'t, str> {
        match self.valid.get(range.clone()) {
            Some(valid) => Cow::Borrowed(valid),
            None => String::from_utf8_lossy(self.bytes.get(range).unwrap_or_default()),
        }
    }

    /// The text from the offset `at` (bytes) on.
    pub(crate) fn after(self, at: usize) -> Self {
        Self { bytes: self.bytes.get(at..).unwrap_or_default(), valid: self.valid.get(at..).unwrap_or_default() }
    }

    /// The number of Unicode scalar values in `bytes`, a part of this text.
    pub(crate) fn count_chars(self, bytes: &[u8]) -> usize {
        if self.is_valid() { count_chars(bytes) } else { Columns::default().count(bytes) }
    }

    /// The character at the offset `at` (bytes), or the byte there that is not UTF-8; `None` at the end.
    pub(crate) fn char_at(self, at: usize) -> Option<Result<char, u8>> {
        let rest = self.bytes.get(at..)?;
        let near = rest.get(..4).unwrap_or(rest);
        let chunk = near.utf8_chunks().next()?;
        Some(chunk.valid().chars().next().ok_or(*near.first()?))
    }

    /// The length in bytes of the character at the offset `at`, or of the byte there that is not UTF-8.
    pub(crate) fn char_len(self, at: usize) -> usize {
        self.char_at(at).map_or(0, |found| found.map_or(1, char::len_utf8))
    }
}
