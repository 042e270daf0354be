//! Scans numbers by the grammar of RFC 8259, section 6.

use super::cursor::{Cursor, Halted};

/// A number as spelled in the input.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number<'de> {
    pub(crate) text: &'de str,
    /// Whether it has neither fraction nor exponent.
    pub(crate) plain: bool,
}

impl<'de> Number<'de> {
    /// Parses `text` as a single number; `None` if it is anything else.
    pub(crate) fn parse(text: &'de str) -> Option<Self> {
        let (end, plain) = scan(text.as_bytes(), 0).ok()?;
        (end == text.len()).then_some(Self { text, plain })
    }
}

impl<'de> Cursor<'de> {
    /// Reads the number whose first byte (`-` or a digit) is the current one.
    #[inline]
    pub(crate) fn number(&mut self) -> Result<Number<'de>, Halted> {
        let start = self.at;
        match scan(self.bytes(), start) {
            Ok((end, plain)) => {
                self.at = end;
                Ok(Number { text: self.since(start), plain })
            }
            Err((at, wanted)) => Err(self.no_value_but(at, wanted)),
        }
    }

    /// Reads the current number if it is one to eighteen plain digits, by far the most frequent kind.
    #[inline]
    pub(crate) fn short_integer(&mut self) -> Option<u64> {
        let digits = self.bytes().get(self.at..)?;
        let mut value = 0;
        for (count, &byte) in digits.iter().take(19).enumerate() {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                let whole =
                    count > 0 && !matches!(byte, b'.' | b'e' | b'E') && (count == 1 || digits.first() != Some(&b'0'));
                self.at += if whole { count } else { 0 };
                return whole.then_some(value);
            }
            value = value * 10 + u64::from(digit);
        }
        None
    }
}

/// The end of the number at `at` and whether it is plain; the error says what was expected, and where.
#[inline]
fn scan(bytes: &[u8], at: usize) -> Result<(usize, bool), (usize, &'static str)> {
    let first = at + usize::from(bytes.get(at) == Some(&b'-'));
    let whole = digits_end(bytes, first);
    if whole == first {
        return Err((first, "a digit"));
    }
    if whole - first > 1 && bytes.get(first) == Some(&b'0') {
        return Err((first + 1, "`.`, an exponent or the end of the number after a leading `0`"));
    }
    match bytes.get(whole) {
        Some(b'.' | b'e' | b'E') => scan_fraction(bytes, whole).map(|end| (end, false)),
        _ => Ok((whole, true)),
    }
}

fn scan_fraction(bytes: &[u8], mut at: usize) -> Result<usize, (usize, &'static str)> {
    if bytes.get(at) == Some(&b'.') {
        let first = at + 1;
        at = digits_end(bytes, first);
        if at == first {
            return Err((first, "a digit after `.`"));
        }
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let first = at + 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        at = digits_end(bytes, first);
        if at == first {
            return Err((first, "a digit in the exponent"));
        }
    }
    Ok(at)
}

#[inline]
fn digits_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len())
}
