//! `NaN`, `Infinity` and `-Infinity`, which JSON does not have and some writers of it do.

use super::cursor::{Cursor, FaultKind, Halted};
use crate::message::Message;

const WORDS: [&str; 3] = ["NaN", "Infinity", "-Infinity"];

/// Whether the JSON text of a string is one of these words in quotes.
pub(crate) fn is_quoted_word(text: &str) -> bool {
    text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).is_some_and(|word| WORDS.contains(&word))
}

impl Cursor<'_> {
    /// Skips one of these words, in quotes or without, if it comes next.
    pub(crate) fn eat_non_finite(&mut self) -> Option<&'static str> {
        let quoted = self.eat(b'"');
        let word = self.word();
        let length = word.map_or(0, str::len);
        let ends = !quoted || self.bytes().get(self.at + length) == Some(&b'"');
        if let Some(word) = word.filter(|_| ends) {
            self.at += length + usize::from(quoted);
            return Some(word);
        }
        self.at -= usize::from(quoted);
        None
    }

    fn word(&self) -> Option<&'static str> {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        WORDS.into_iter().find(|word| rest.starts_with(word.as_bytes()))
    }

    /// Skips one of these words where they may come next, and halts at anything else.
    #[cold]
    pub(super) fn skip_word(&mut self) -> Result<(), Halted> {
        match self.peek() {
            Some(b'N') if self.dialect.non_finite => self.expect_literal("NaN"),
            Some(b'I') if self.dialect.non_finite => self.expect_literal("Infinity"),
            _ => Err(self.no_value()),
        }
    }

    /// Skips `-Infinity` where it may come next, in place of a number, which could not be read.
    #[cold]
    pub(super) fn skip_infinity(&mut self, halted: Halted) -> Result<(), Halted> {
        if !self.forgives_infinity() {
            return Err(halted);
        }
        self.expect_literal("-Infinity")
    }

    /// Whether the number that could not be read is `-Infinity`, where it may be. Its fault is then dropped.
    pub(crate) fn forgives_infinity(&mut self) -> bool {
        let forgives = self.dialect.non_finite && self.is_at(*b"-I");
        if forgives {
            self.fault = None;
        }
        forgives
    }

    /// Halts because no value comes next.
    #[cold]
    pub(crate) fn no_value(&mut self) -> Halted {
        self.no_value_but(self.at, "a value")
    }

    /// Halts because something other than `wanted` is at the offset `at`, in a value that starts here.
    #[cold]
    pub(super) fn no_value_but(&mut self, at: usize, wanted: &str) -> Halted {
        let Some(word) = self.word() else { return self.expected(at, wanted) };
        let params = [("expected", "a value".into()), ("actual", word.into()), ("reason", "non_finite".into())];
        let text =
            "expected {expected}, found `{actual}`, which is not JSON; `Decoder::non_finite(true)` reads it as a float";
        let message = Message::fill(text, params);
        self.halt(FaultKind::Syntax, self.at, message)
    }
}
