//! Splits a stream into records, across pieces of any size.

use memchr::memchr;

use super::nesting::Nesting;
use crate::json::BYTE_ORDER_MARK;

/// The record separator, which starts every record of a JSON text sequence (RFC 7464).
pub(super) const SEPARATOR: u8 = 0x1e;

/// How the records of a stream are separated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One per line (NDJSON, JSON Lines).
    Lines,
    /// The items of one array.
    Array,
    /// Values separated by white space or nothing.
    Values,
    /// A JSON text sequence, whose records each start with a record separator (RFC 7464).
    Sequence,
}

/// The scan for the end of the current record.
#[derive(Debug)]
pub(super) struct Framer {
    pub(super) form: Form,
    nesting: Nesting,
    /// Inside a number or literal of [`Form::Values`], or invalid text in place of one.
    in_word: bool,
}

impl Framer {
    pub(super) fn new() -> Self {
        Self { form: Form::Lines, nesting: Nesting::default(), in_word: false }
    }

    /// Scans `piece`, the next piece of the current record. Returns the index after the record and its comma, bracket
    /// or line end; `None` if the record continues.
    #[inline]
    pub(super) fn find_record_end(&mut self, piece: &[u8]) -> Option<usize> {
        match self.form {
            Form::Lines => memchr(b'\n', piece).map(|newline| newline + 1),
            Form::Array => self.item_end(piece),
            Form::Values => self.value_end(piece),
            Form::Sequence => memchr(SEPARATOR, piece).map(|separator| separator + 1),
        }
    }

    fn item_end(&mut self, piece: &[u8]) -> Option<usize> {
        let mut at = 0;
        loop {
            if !self.nesting.is_outside() {
                at += self.nesting.find_end(piece.get(at..)?)?;
            }
            let byte = *piece.get(at)?;
            at += 1;
            if matches!(byte, b',' | b']') {
                return Some(at);
            }
            self.nesting.open(byte);
        }
    }

    fn value_end(&mut self, piece: &[u8]) -> Option<usize> {
        let mut start = 0;
        if self.nesting.is_outside() && !self.in_word {
            self.in_word = !self.nesting.open(*piece.first()?);
            start = 1;
        }
        let rest = piece.get(start..)?;
        let length =
            if self.in_word { rest.iter().position(|&byte| ends_word(byte)) } else { self.nesting.find_end(rest) };
        self.in_word &= length.is_none();
        length.map(|length| start + length)
    }
}

/// Whether it is white space as defined by RFC 8259, section 2.
pub(super) fn is_whitespace(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

/// Whether it may stand between records: white space or a record separator.
pub(super) fn is_separator(byte: u8) -> bool {
    is_whitespace(byte) || byte == SEPARATOR
}

fn ends_word(byte: u8) -> bool {
    // A byte order mark may follow without white space, where files were joined.
    is_separator(byte) || matches!(byte, b'{' | b'[' | b'"') || BYTE_ORDER_MARK.first() == Some(&byte)
}

/// The index of the first byte that is not passed over between records, and whether a record separator is before it.
pub(super) fn find_token(bytes: &[u8]) -> (usize, bool) {
    let mut rest = bytes;
    loop {
        match rest {
            [byte, after @ ..] if is_separator(*byte) => rest = after,
            _ => match rest.strip_prefix(BYTE_ORDER_MARK) {
                Some(after) => rest = after,
                None => break,
            },
        }
    }
    let at = bytes.len() - rest.len();
    (at, bytes.get(..at).is_some_and(|passed| passed.contains(&SEPARATOR)))
}
