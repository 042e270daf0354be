//! Counts the columns of a line, also where bytes are not UTF-8.

use std::ops::RangeInclusive;

/// A byte order mark (U+FEFF) in UTF-8.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The number of Unicode scalar values in `bytes`, which are UTF-8 but for characters cut at either end.
pub(crate) fn count_chars(bytes: &[u8]) -> usize {
    // Every byte but continuation bytes, since a character has exactly one other byte. One-byte sums let the compiler
    // add whole vectors, whose width divides the chunk length; a sum is at most 255.
    let count = |chunk: &[u8]| chunk.iter().map(|&byte| u8::from(byte & 0xc0 != 0x80)).sum::<u8>();
    bytes.chunks(192).map(|chunk| usize::from(count(chunk))).sum()
}

/// What may follow the last byte: how many continuation bytes, and which of them next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns {
    left: u8,
    next: RangeInclusive<u8>,
}

impl Default for Columns {
    fn default() -> Self {
        Self { left: 0, next: ANY }
    }
}

/// Any continuation byte.
const ANY: RangeInclusive<u8> = 0x80..=0xbf;

impl Columns {
    /// The number of characters that start in `bytes`, the next piece. What is not UTF-8 counts as
    /// [`String::from_utf8_lossy`] replaces it: the longest start of a character as one, any other byte as one.
    pub(crate) fn count(&mut self, bytes: &[u8]) -> usize {
        if self.left == 0 && simdutf8::basic::from_utf8(bytes).is_ok() {
            return count_chars(bytes);
        }
        bytes.iter().filter(|&&byte| self.starts_with(byte)).count()
    }

    /// Whether `byte` is not part of the character before it.
    fn starts_with(&mut self, byte: u8) -> bool {
        let continues = self.left > 0 && self.next.contains(&byte);
        (self.left, self.next) = match byte {
            _ if continues => (self.left - 1, ANY),
            // Unicode 16, table 3-7: well-formed UTF-8 byte sequences.
            0xc2..=0xdf => (1, ANY),
            0xe0 => (2, 0xa0..=0xbf),
            0xed => (2, 0x80..=0x9f),
            0xe1..=0xef => (2, ANY),
            0xf0 => (3, 0x90..=0xbf),
            0xf1..=0xf3 => (3, ANY),
            0xf4 => (3, 0x80..=0x8f),
            _ => (0, ANY),
        };
        !continues
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, count_chars};

    #[test]
    fn characters_are_counted_as_they_are_replaced() {
        // A small generator (xorshift) over the bytes at which the rules change.
        let relevant =
            b"a\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf3\xf4\xf5\xff\"\n";
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for length in (0..12).cycle().take(50_000) {
            let mut bytes = Vec::new();
            while bytes.len() < length {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                bytes.push(relevant[usize::try_from(state).unwrap() % relevant.len()]);
            }
            let expected = String::from_utf8_lossy(&bytes).chars().count();
            assert_eq!(Columns::default().count(&bytes), expected, "{bytes:x?}");
            let mut columns = Columns::default();
            assert_eq!(bytes.chunks(1).map(|piece| columns.count(piece)).sum::<usize>(), expected, "{bytes:x?}");
            if str::from_utf8(&bytes).is_ok() {
                assert_eq!(count_chars(&bytes), expected, "{bytes:x?}");
            }
        }
    }
}
