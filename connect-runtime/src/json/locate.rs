//! Converts offsets to path, line and column.
//!
//! All of it is cold: it runs once per report, over the input up to the last offset asked for.

use std::{borrow::Cow, ops::Range};

use memchr::{memchr_iter, memrchr};

use crate::message::quote::SHOWN;

use super::{Segment, columns::BYTE_ORDER_MARK, cursor::Cursor, scan, text::JsonText};

/// The path, line and column of an offset.
#[derive(Debug)]
pub(crate) struct Location {
    pub(crate) segments: Vec<Segment>,
    /// 1-based.
    pub(crate) line: usize,
    /// 1-based, in Unicode scalar values.
    pub(crate) column: usize,
}

/// Locates offsets in ascending order, in a single pass over the input.
pub(crate) struct Locator<'t> {
    text: JsonText<'t>,
    walk: Walk<'t>,
    line: usize,
    column: usize,
    /// The offset up to which lines and columns are counted.
    counted: usize,
}

impl<'t> Locator<'t> {
    pub(crate) fn new(text: JsonText<'t>) -> Self {
        // A byte order mark is no character of the first line.
        let start = if text.bytes().starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        Self { text, walk: Walk::new(text, start), line: 1, column: 1, counted: start }
    }

    /// Locates the offset `at`, which must not be before the previous one.
    pub(crate) fn locate(&mut self, at: usize) -> Location {
        self.count_to(at);
        self.walk.go_to(at);
        Location { segments: self.walk.segments(), line: self.line, column: self.column }
    }

    /// The range of the value or key at the offset `at`, both in bytes.
    pub(crate) fn span_at(&self, at: usize) -> Range<usize> {
        at..self.walk.end_of(at)
    }

    /// The first characters of the text in `span`.
    pub(crate) fn start_of(&self, span: Range<usize>) -> String {
        // No character has more than four bytes.
        let end = span.end.min(span.start.saturating_add(4 * SHOWN));
        self.text.lossy(span.start..end).chars().take(SHOWN).collect()
    }

    /// The range of the character at the offset `at`, both in bytes; empty at the end of the input.
    pub(crate) fn character_at(&self, at: usize) -> Range<usize> {
        at..at + self.text.char_len(at)
    }

    /// The range of the value after the key that ends at `key_end`, both in bytes.
    pub(crate) fn value_of_key(&self, key_end: usize) -> Range<usize> {
        let mut cursor = Cursor::again(self.text.after(key_end));
        let start = cursor.skip_colon().map(|()| cursor.next_token()).map_or(key_end, |_| key_end + cursor.at());
        start..self.walk.end_of(start)
    }

    fn count_to(&mut self, at: usize) {
        let skipped = self.text.bytes().get(self.counted..at).unwrap_or_default();
        let after_newline = match memrchr(b'\n', skipped) {
            Some(newline) => {
                self.line += memchr_iter(b'\n', skipped).count();
                self.column = 1;
                skipped.get(newline + 1..).unwrap_or_default()
            }
            None => skipped,
        };
        self.column += self.text.count_chars(after_newline);
        self.counted = self.counted.max(at);
    }
}

/// An open container.
#[derive(Debug)]
enum Level {
    /// The range of the current key, quotes included; `None` before the key and after the comma.
    Object(Option<Range<usize>>),
    Array(usize),
}

/// Walks from token to token and tracks which containers are open.
struct Walk<'t> {
    text: JsonText<'t>,
    at: usize,
    levels: Vec<Level>,
}

impl<'t> Walk<'t> {
    fn new(text: JsonText<'t>, at: usize) -> Self {
        Self { text, at, levels: Vec::new() }
    }

    fn byte(&self) -> Option<u8> {
        self.text.bytes().get(self.at).copied()
    }

    /// Moves to the token that contains the offset `target`; if that is a key, moves past it.
    fn go_to(&mut self, target: usize) {
        loop {
            self.at = scan::blank_end(self.text.bytes(), self.at);
            if self.at > target || self.byte().is_none() {
                return;
            }
            let is_key = self.byte() == Some(b'"') && matches!(self.levels.last(), Some(Level::Object(None)));
            let end = self.token_end();
            if !is_key && target < end {
                return;
            }
            self.skip_token(is_key, end);
        }
    }

    fn skip_token(&mut self, is_key: bool, end: usize) {
        match self.byte() {
            Some(b':') => {}
            Some(b'{') => self.levels.push(Level::Object(None)),
            Some(b'[') => self.levels.push(Level::Array(0)),
            Some(b',') => match self.levels.last_mut() {
                Some(Level::Array(index)) => *index += 1,
                Some(Level::Object(key)) => *key = None,
                None => {}
            },
            byte => {
                if matches!(byte, Some(b'}' | b']')) {
                    self.levels.pop();
                }
                if is_key && let Some(Level::Object(key)) = self.levels.last_mut() {
                    *key = Some(self.at..end);
                }
            }
        }
        self.at = end;
    }

    /// The offset after the current token.
    fn token_end(&self) -> usize {
        match self.byte() {
            Some(b'"') => string_end(self.text.bytes(), self.at),
            Some(b'{' | b'}' | b'[' | b']' | b',' | b':') | None => self.at + 1,
            Some(_) => word_end(self.text.bytes(), self.at),
        }
    }

    fn segments(&self) -> Vec<Segment> {
        let segment = |level: &Level| match level {
            Level::Array(index) => Some(Segment::Index(*index)),
            Level::Object(key) => unquote(self.text, key.as_ref()?).map(Segment::Key),
        };
        self.levels.iter().filter_map(segment).collect()
    }

    /// The end of what starts at the offset `at`: a value, a key, or a single character.
    fn end_of(&self, at: usize) -> usize {
        let mut cursor = Cursor::again(self.text.after(at));
        match cursor.skip_value() {
            Ok(()) => at + cursor.at(),
            Err(_) => at + self.text.char_len(at),
        }
    }
}

fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        at = scan::string_stop(bytes, at);
        match bytes.get(at) {
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
            None => return bytes.len(),
        }
    }
}

pub(super) fn word_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let ends =
        |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"');
    start + rest.iter().position(ends).unwrap_or(rest.len()).max(1)
}

/// Unescapes the key at `range`, quotes included.
fn unquote(text: JsonText<'_>, range: &Range<usize>) -> Option<String> {
    Cursor::again(text.after(range.start)).string().ok().map(Cow::into_owned)
}
