//! Reads strings: borrowed where nothing is escaped, unescaped into a `String` otherwise.

use std::{borrow::Cow, ops::Range};

use super::{
    cursor::{Cursor, FaultKind, Halted, not_utf8},
    scan,
};
use crate::message::Message;

/// Takes the parts of a string.
trait Parts {
    /// Bytes without escapes.
    fn plain(&mut self, cursor: &mut Cursor<'_>, range: Range<usize>) -> Result<(), Halted>;

    fn escaped(&mut self, character: char);

    /// An escape at the offset `at` that is half of a surrogate pair without the other.
    fn lone(&mut self, cursor: &mut Cursor<'_>, at: usize) -> Result<(), Halted>;
}

/// Keeps nothing.
struct Skipped;

impl Parts for Skipped {
    fn plain(&mut self, _: &mut Cursor<'_>, _: Range<usize>) -> Result<(), Halted> {
        Ok(())
    }

    fn escaped(&mut self, _: char) {}

    fn lone(&mut self, _: &mut Cursor<'_>, _: usize) -> Result<(), Halted> {
        Ok(())
    }
}

/// A string that is put together, and whether U+FFFD stands in it for something that is not Unicode.
#[derive(Default)]
struct Joined {
    string: String,
    repaired: bool,
}

impl Parts for Joined {
    fn plain(&mut self, cursor: &mut Cursor<'_>, range: Range<usize>) -> Result<(), Halted> {
        match cursor.text.get(range.clone()) {
            Some(plain) => self.string.push_str(plain),
            None => {
                self.string.push_str(&cursor.repair(range)?);
                self.repaired = true;
            }
        }
        Ok(())
    }

    fn escaped(&mut self, character: char) {
        self.string.push(character);
    }

    fn lone(&mut self, cursor: &mut Cursor<'_>, at: usize) -> Result<(), Halted> {
        self.string.push(cursor.repair_surrogate(at)?);
        self.repaired = true;
        Ok(())
    }
}

/// A string with escapes or with bytes that are not UTF-8.
#[derive(Debug)]
pub(crate) struct Unescaped<'de> {
    pub(crate) string: Cow<'de, str>,
    /// Whether U+FFFD stands for something that is not Unicode.
    pub(crate) repaired: bool,
}

impl<'de> Cursor<'de> {
    /// Reads the string whose opening quote is the current byte.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'de, str>, Halted> {
        match self.plain_string() {
            Some(plain) => Ok(Cow::Borrowed(plain)),
            None => self.escaped_string().map(|unescaped| unescaped.string),
        }
    }

    /// The key that was read at the offset `at`, unescaped.
    pub(crate) fn key_at(&self, at: usize) -> Cow<'de, str> {
        Self::again(self.text.after(at)).string().unwrap_or_default()
    }

    /// Whether a string of this many bytes is within the limit.
    #[inline]
    pub(crate) fn allows_string_of(&self, bytes: usize) -> bool {
        bytes <= self.max_string
    }

    /// Reads the current string if it can be borrowed from the part of the input that is known to be UTF-8, else
    /// nothing.
    #[inline]
    pub(crate) fn plain_string(&mut self) -> Option<&'de str> {
        let start = self.at + 1;
        let valid = self.text.valid();
        let stop = scan::string_stop(valid.as_bytes(), start);
        if valid.as_bytes().get(stop) != Some(&b'"') || stop - start > self.max_string {
            return None;
        }
        self.at = stop + 1;
        valid.get(start..stop)
    }

    /// Skips the current string. What is not Unicode is no fault in what nobody reads, as in `serde_json`.
    #[inline]
    pub(crate) fn skip_string(&mut self) -> Result<(), Halted> {
        let start = self.at + 1;
        let stop = scan::string_stop(self.bytes(), start);
        if self.bytes().get(stop) == Some(&b'"') && stop - start <= self.max_string {
            self.at = stop + 1;
            return Ok(());
        }
        self.skip_escaped_string(start)
    }

    #[inline(never)]
    fn skip_escaped_string(&mut self, start: usize) -> Result<(), Halted> {
        self.walk_string(start, &mut Skipped)
    }

    /// Reads the current string, which is not plain.
    #[cold]
    pub(crate) fn escaped_string(&mut self) -> Result<Unescaped<'de>, Halted> {
        let start = self.at + 1;
        if let Some(plain) = self.plain_among_damage(start) {
            return Ok(Unescaped { string: Cow::Borrowed(plain), repaired: false });
        }
        let mut joined = Joined::default();
        self.walk_string(start, &mut joined)?;
        Ok(Unescaped { string: Cow::Owned(joined.string), repaired: joined.repaired })
    }

    #[cold]
    fn repair(&mut self, range: Range<usize>) -> Result<Cow<'de, str>, Halted> {
        if self.dialect.lossy { Ok(self.text.lossy(range)) } else { Err(self.not_utf8(&range)) }
    }

    #[cold]
    fn repair_surrogate(&mut self, at: usize) -> Result<char, Halted> {
        if self.dialect.lossy { Ok(char::REPLACEMENT_CHARACTER) } else { Err(self.lone_surrogate(at)) }
    }

    /// Reads the string that starts at `start` if it can be borrowed, although the input is not UTF-8 throughout.
    fn plain_among_damage(&mut self, start: usize) -> Option<&'de str> {
        if self.text.is_valid() {
            return None;
        }
        let stop = scan::string_stop(self.bytes(), start);
        let is_plain = self.bytes().get(stop) == Some(&b'"') && stop - start <= self.max_string;
        let plain = self.text.get(start..stop).filter(|_| is_plain)?;
        self.at = stop + 1;
        Some(plain)
    }

    /// Passes the parts of the string to `parts`, up to the closing quote.
    fn walk_string(&mut self, start: usize, parts: &mut impl Parts) -> Result<(), Halted> {
        let mut at = start;
        loop {
            let stop = scan::string_stop(self.bytes(), at);
            if stop - start > self.max_string {
                return Err(self.too_long(start));
            }
            parts.plain(self, at..stop)?;
            match self.bytes().get(stop) {
                Some(b'"') => {
                    self.at = stop + 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    let (unescaped, end) = self.escape(stop)?;
                    match unescaped {
                        Some(character) => parts.escaped(character),
                        None => parts.lone(self, stop)?,
                    }
                    at = end;
                }
                Some(&control) => return Err(self.raw_control(stop, control)),
                None => return Err(self.expected(stop, "`\"` at the end of the string")),
            }
        }
    }

    /// The character of the escape at `at`, if it is not half of a surrogate pair, and the offset after it.
    pub(super) fn escape(&mut self, at: usize) -> Result<(Option<char>, usize), Halted> {
        let unescaped = match self.bytes().get(at + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(at),
            _ => return Err(self.expected(at + 1, "one of `\"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t`, `u` after `\\`")),
        };
        Ok((Some(unescaped), at + 2))
    }

    /// `\uXXXX`, or two of them for a surrogate pair.
    fn unicode_escape(&mut self, at: usize) -> Result<(Option<char>, usize), Halted> {
        let first = self.hex_escape_digits(at + 2)?;
        if let Some(c) = char::from_u32(first) {
            return Ok((Some(c), at + 6));
        }
        let follows = self.bytes().get(at + 6..).is_some_and(|rest| rest.starts_with(b"\\u"));
        if first >= 0xdc00 || !follows {
            return Ok((None, at + 6));
        }
        let second = self.hex_escape_digits(at + 8)?;
        if !(0xdc00..0xe000).contains(&second) {
            return Ok((None, at + 6));
        }
        let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        Ok((char::from_u32(code), at + 12))
    }

    fn hex_escape_digits(&mut self, at: usize) -> Result<u32, Halted> {
        let mut code = 0;
        for offset in at..at + 4 {
            let digit = self.bytes().get(offset).and_then(|&byte| char::from(byte).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.expected(offset, "four hexadecimal digits after `\\u`"))?;
        }
        Ok(code)
    }

    #[cold]
    fn lone_surrogate(&mut self, at: usize) -> Halted {
        let escape = self.text.lossy(at..at + 6).into_owned();
        let params = [("actual", escape.into()), ("reason", "lone_surrogate".into())];
        let message = Message::fill("`{actual}` is half of a surrogate pair; the other half is missing", params);
        self.halt(FaultKind::Syntax, at, message)
    }

    /// Halts at the first byte of the `range` that is not UTF-8.
    #[cold]
    pub(crate) fn not_utf8(&mut self, range: &Range<usize>) -> Halted {
        let bytes = self.bytes().get(range.clone()).unwrap_or_default();
        let valid = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
        let byte = bytes.get(valid).copied().unwrap_or_default();
        self.halt(FaultKind::Syntax, range.start + valid, not_utf8(byte))
    }

    #[cold]
    fn raw_control(&mut self, at: usize, control: u8) -> Halted {
        let escape = match control {
            b'\n' => "\\n".to_owned(),
            b'\r' => "\\r".to_owned(),
            b'\t' => "\\t".to_owned(),
            _ => format!("\\u{control:04x}"),
        };
        let actual = format!("U+{control:04X}").into();
        let params = [("actual", actual), ("instead", escape.into()), ("reason", "control_character".into())];
        let message = Message::fill("control character {actual} in a string; write `{instead}`", params);
        self.halt(FaultKind::Syntax, at, message)
    }

    #[cold]
    fn too_long(&mut self, start: usize) -> Halted {
        let message = Message::fill("the string is longer than {max} bytes", [("max", self.max_string.into())]);
        self.halt(FaultKind::StringLength, start - 1, message)
    }
}
