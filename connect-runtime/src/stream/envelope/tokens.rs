//! Passes strings, numbers and literals around the records, across pieces of any size.

use super::{Envelope, Event, GO_ON, NEEDS_MORE, Piece, State, Step};
use crate::{
    json::{Cursor, JsonText},
    message::Message,
    report::Code,
    stream::position::Position,
};

impl Envelope {
    /// Passes the string, up to its closing quote.
    pub(super) fn pass_text(&mut self, key: bool, piece: Piece<'_>, position: &mut Position) -> Step {
        let rest = piece.rest(position);
        let stop = rest.iter().position(|&byte| matches!(byte, b'"' | b'\\' | ..b' ')).unwrap_or(rest.len());
        let (plain, after) = rest.split_at_checked(stop).unwrap_or((rest, &[]));
        self.keep(key, plain);
        if !plain.is_ascii() {
            // What is around the records need not be UTF-8.
            position.expect_damage();
        }
        position.advance(plain.len());
        match after {
            [b'"', ..] => self.end_text(key, position),
            [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => {
                self.pass_escape(key, 2, after, position)
            }
            [b'\\', b'u', a, b, c, d, ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()) => {
                self.pass_escape(key, 6, after, position)
            }
            [] | [b'\\'] if !piece.is_last => NEEDS_MORE,
            [b'\\', b'u', digits @ ..]
                if !piece.is_last && digits.len() < 4 && digits.iter().all(u8::is_ascii_hexdigit) =>
            {
                NEEDS_MORE
            }
            _ => self.text_fault(after, piece, position),
        }
    }

    fn pass_escape(&mut self, key: bool, length: usize, after: &[u8], position: &mut Position) -> Step {
        self.keep(key, after.get(..length).unwrap_or_default());
        position.advance(length);
        GO_ON
    }

    /// Keeps a part of a key if it is one of a container on the way, up to the length that is looked at.
    fn keep(&mut self, key: bool, part: &[u8]) {
        if key && self.depth == self.way.depth() {
            let room = self.way.key_limit().saturating_sub(self.token.len());
            self.token.extend_from_slice(part.get(..room).unwrap_or(part));
        }
    }

    fn end_text(&mut self, key: bool, position: &mut Position) -> Step {
        let mut repeated = None;
        if key && self.depth == self.way.depth() {
            repeated = self.way.take_key(&self.token, self.key_start);
        }
        position.advance(1);
        if key {
            self.state = State::Colon;
        } else {
            self.end_value();
        }
        repeated.map_or(GO_ON, |report| Err(Event::Missing(report)))
    }

    /// Passes the number or literal, and checks it at its end.
    pub(super) fn pass_word(&mut self, piece: Piece<'_>, position: &mut Position) -> Step {
        let rest = piece.rest(position);
        let in_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        let end = rest.iter().position(|byte| !in_word(byte)).unwrap_or(rest.len());
        let (part, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        self.token.extend_from_slice(part);
        position.advance(end);
        if self.token.len() > self.limits.word {
            let text = "the value is longer than {max} bytes, the limit of `max_input_bytes`";
            let message = Message::fill(text, [("max", self.limits.word.into())]);
            return self.fault(Code::InputLimit, message, piece, position);
        }
        match after.first() {
            None if !piece.is_last => NEEDS_MORE,
            // A message may show the character after the word, which may be cut.
            Some(first) if !first.is_ascii() && after.len() < 4 && !piece.is_last => NEEDS_MORE,
            _ => self.end_word(after, piece, position),
        }
    }

    fn end_word(&mut self, after: &[u8], piece: Piece<'_>, position: &mut Position) -> Step {
        let length = self.token.len();
        self.token.extend_from_slice(after.get(..4).unwrap_or(after));
        let mut cursor = Cursor::new(JsonText::new(&self.token), usize::MAX, usize::MAX, self.limits.dialect);
        if cursor.skip_value().is_ok() {
            if cursor.at() == length {
                self.end_value();
                return GO_ON;
            }
            let wanted = if self.open.in_object() { "`,` or `}`" } else { "`,` or `]`" };
            cursor.expected(cursor.at(), wanted);
        }
        let fault = cursor.take_fault();
        let before = length.saturating_sub(fault.as_ref().map_or(0, |fault| fault.at));
        let mut start = position.origin(piece.bytes);
        // All of it is on one line, in ASCII.
        (start.column, start.offset) = (start.column.saturating_sub(before), start.offset.saturating_sub(before));
        let length = usize::from(before > 0 || !after.is_empty());
        Err(self.fault_at(Code::Syntax, fault.map_or(Message::default(), |fault| fault.message), start, length))
    }
}
