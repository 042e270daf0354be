//! Cuts a stream into records, over whatever pieces it comes in.

use memchr::memchr;

use super::nesting::Nesting;

/// How records stand one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One a line (NDJSON, JSON Lines).
    Lines,
    /// The items of one array.
    Array,
    /// With nothing or blanks in between.
    Values,
}

/// The scan for the end of the record at hand.
#[derive(Debug)]
pub(super) struct Framer {
    pub(super) form: Form,
    nesting: Nesting,
    /// Inside a number or literal among [`Form::Values`], or what stands in its place.
    in_word: bool,
}

impl Framer {
    pub(super) fn new() -> Self {
        Self { form: Form::Lines, nesting: Nesting::default(), in_word: false }
    }

    /// Goes on with the record at hand through `piece`; the index behind its end, which the comma, bracket or line end
    /// after it belongs to, or none if it goes on.
    #[inline]
    pub(super) fn pass_record(&mut self, piece: &[u8]) -> Option<usize> {
        match self.form {
            Form::Lines => memchr(b'\n', piece).map(|newline| newline + 1),
            Form::Array => self.item_end(piece),
            Form::Values => self.value_end(piece),
        }
    }

    fn item_end(&mut self, piece: &[u8]) -> Option<usize> {
        let mut at = 0;
        loop {
            if !self.nesting.is_outside() {
                at += self.nesting.leave(piece.get(at..)?)?;
            }
            let byte = *piece.get(at)?;
            at += 1;
            if matches!(byte, b',' | b']') {
                return Some(at);
            }
            self.nesting.enter(byte);
        }
    }

    fn value_end(&mut self, piece: &[u8]) -> Option<usize> {
        let mut start = 0;
        if self.nesting.is_outside() && !self.in_word {
            self.in_word = !self.nesting.enter(*piece.first()?);
            start = 1;
        }
        let rest = piece.get(start..)?;
        let length = if self.in_word {
            rest.iter().position(|&byte| is_blank(byte) || matches!(byte, b'{' | b'[' | b'"'))
        } else {
            self.nesting.leave(rest)
        };
        self.in_word &= length.is_none();
        length.map(|length| start + length)
    }
}

/// White space as RFC 8259, section 2, has it.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}
