//! Converts offsets to path, line and column, and paths to offsets.
//!
//! All of it is cold: it runs once per report, over the input up to the last offset asked for.

use std::{borrow::Cow, ops::Range};

use memchr::{memchr_iter, memrchr};

use super::{Exact, Number, Segment, ahead::FoundKey, cursor::Cursor, scan};

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
    text: &'t str,
    walk: Walk<'t>,
    line: usize,
    column: usize,
    /// The offset up to which lines and columns are counted.
    counted: usize,
}

impl<'t> Locator<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, walk: Walk::new(text), line: 1, column: 1, counted: 0 }
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

    /// The first 64 characters of the text in `span`.
    pub(crate) fn start_of(&self, span: Range<usize>) -> String {
        self.text.get(span).unwrap_or_default().chars().take(64).collect()
    }

    /// The range of the character at the offset `at`, both in bytes; empty at the end of the input.
    pub(crate) fn character_at(&self, at: usize) -> Range<usize> {
        let length = self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        at..at + length
    }

    /// The range of the value after the key that ends at `key_end`, both in bytes.
    pub(crate) fn value_of_key(&self, key_end: usize) -> Range<usize> {
        let mut cursor = Cursor::new(self.text.get(key_end..).unwrap_or_default(), usize::MAX, usize::MAX);
        let start = cursor.skip_colon().map(|()| cursor.next_token()).map_or(key_end, |_| key_end + cursor.at());
        start..self.walk.end_of(start)
    }

    fn count_to(&mut self, at: usize) {
        let skipped = self.text.as_bytes().get(self.counted..at).unwrap_or_default();
        let after_newline = match memrchr(b'\n', skipped) {
            Some(newline) => {
                self.line += memchr_iter(b'\n', skipped).count();
                self.column = 1;
                skipped.get(newline + 1..).unwrap_or_default()
            }
            None => skipped,
        };
        // Continuation bytes belong to the scalar value that their first byte began.
        self.column += after_newline.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
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
    text: &'t str,
    at: usize,
    levels: Vec<Level>,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, levels: Vec::new() }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Moves to the token that contains the offset `target`; if that is a key, moves past it.
    fn go_to(&mut self, target: usize) {
        loop {
            self.at = scan::blank_end(self.text.as_bytes(), self.at);
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
            Some(b'"') => string_end(self.text.as_bytes(), self.at),
            Some(b'{' | b'}' | b'[' | b']' | b',' | b':') | None => self.at + 1,
            Some(_) => word_end(self.text.as_bytes(), self.at),
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
        let rest = self.text.get(at..).unwrap_or_default();
        let mut cursor = Cursor::new(rest, usize::MAX, usize::MAX);
        match cursor.skip_value() {
            Ok(()) => at + cursor.at(),
            Err(_) => at + rest.chars().next().map_or(0, char::len_utf8),
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

fn word_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let ends =
        |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"');
    start + rest.iter().position(ends).unwrap_or(rest.len()).max(1)
}

/// Unescapes the key at `range`, quotes included.
fn unquote(text: &str, range: &Range<usize>) -> Option<String> {
    let mut cursor = Cursor::new(text.get(range.clone())?, 0, usize::MAX);
    cursor.string().ok().map(Cow::into_owned)
}

/// Finds the first key that `wanted` accepts in the object at `start`, and the start of its value.
pub(crate) fn find_key(text: &str, start: usize, mut wanted: impl FnMut(&str) -> bool) -> Option<FoundKey> {
    let mut cursor = enter(text, start, b'{')?;
    while cursor.next_token()? == b'"' {
        let at = start + cursor.at();
        let key = cursor.string().ok()?;
        cursor.skip_colon().ok()?;
        cursor.next_token()?;
        if wanted(&key) {
            return Some(FoundKey { key: at, value: start + cursor.at() });
        }
        next_item(&mut cursor)?;
    }
    None
}

/// Whether an array is at the offset `at`.
pub(crate) fn is_array(text: &str, at: usize) -> bool {
    text.as_bytes().get(at) == Some(&b'[')
}

/// The offset of the item `index` of the array at `start`.
pub(crate) fn find_index(text: &str, start: usize, index: usize) -> Option<usize> {
    let mut cursor = enter(text, start, b'[')?;
    for _ in 0..index {
        next_item(&mut cursor)?;
    }
    (cursor.next_token()? != b']').then(|| start + cursor.at())
}

/// The offset of the item that comes `count` items after the one at `item`.
pub(crate) fn find_index_after(text: &str, item: usize, count: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text.get(item..)?, usize::MAX, usize::MAX);
    for _ in 0..count {
        next_item(&mut cursor)?;
    }
    (cursor.next_token()? != b']').then(|| item + cursor.at())
}

/// The offset of the first item of the array at `start` that would be spelled `key` as an object's key, else of the
/// first that is the same number.
pub(crate) fn find_member(text: &str, start: usize, key: &str) -> Option<usize> {
    let content = |item| string_at(text, item).unwrap_or_else(|| Cow::Borrowed(scalar_at(text, item)));
    let same_number = |item| {
        let content = content(item);
        Number::parse(key).is_some() && Number::parse(&content).is_some() && Exact::parse(key) == Exact::parse(&content)
    };
    find_item(text, start, |item| content(item) == key).or_else(|| find_item(text, start, same_number))
}

/// The offset of the first item that `wanted` accepts by its offset, in the array at `start`.
fn find_item(text: &str, start: usize, wanted: impl Fn(usize) -> bool) -> Option<usize> {
    let mut cursor = enter(text, start, b'[')?;
    while cursor.next_token()? != b']' {
        let item = start + cursor.at();
        if wanted(item) {
            return Some(item);
        }
        next_item(&mut cursor)?;
    }
    None
}

/// The literal or number at the offset `at`.
fn scalar_at(text: &str, at: usize) -> &str {
    text.get(at..word_end(text.as_bytes(), at)).unwrap_or_default()
}

/// The string at the offset `at`, unescaped; `None` if something else is there.
pub(crate) fn string_at(text: &str, at: usize) -> Option<Cow<'_, str>> {
    let mut cursor = Cursor::new(text.get(at..)?, 0, usize::MAX);
    if cursor.peek()? == b'"' { cursor.string().ok() } else { None }
}

/// A cursor after the opening bracket or brace at `start`.
fn enter(text: &str, start: usize, bracket: u8) -> Option<Cursor<'_>> {
    let mut cursor = Cursor::new(text.get(start..)?, usize::MAX, usize::MAX);
    cursor.eat(bracket).then_some(cursor)
}

fn next_item(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.skip_value().ok()?;
    cursor.next_token()?;
    cursor.eat(b',').then_some(())
}
