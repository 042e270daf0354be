//! Reads strings: borrowed where nothing is escaped, unescaped into a `String` otherwise.

use std::borrow::Cow;

use super::{
    cursor::{Cursor, FaultKind, Halted},
    scan,
};
use crate::message::Message;

impl<'de> Cursor<'de> {
    /// Reads the string whose opening quote is the current byte.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'de, str>, Halted> {
        match self.plain_string() {
            Some(plain) => Ok(Cow::Borrowed(plain)),
            None => self.escaped_string().map(Cow::Owned),
        }
    }

    /// The key that was read at the offset `at`, unescaped.
    pub(crate) fn key_at(&self, at: usize) -> Cow<'de, str> {
        let rest = self.text.get(at..self.at).unwrap_or_default();
        Cursor::new(rest, 0, usize::MAX).string().unwrap_or_default()
    }

    /// Whether a string of this many bytes is within the limit.
    #[inline]
    pub(crate) fn allows_string_of(&self, bytes: usize) -> bool {
        bytes <= self.max_string
    }

    /// Reads the current string if it can be borrowed from the input, else nothing.
    #[inline]
    pub(crate) fn plain_string(&mut self) -> Option<&'de str> {
        let start = self.at + 1;
        let stop = scan::string_stop(self.bytes(), start);
        if self.bytes().get(stop) != Some(&b'"') || stop - start > self.max_string {
            return None;
        }
        self.at = stop + 1;
        self.text.get(start..stop)
    }

    /// Skips the current string. Half of a surrogate pair is no fault in what nobody reads, as in `serde_json`.
    #[inline]
    pub(crate) fn skip_string(&mut self) -> Result<(), Halted> {
        let start = self.at + 1;
        let stop = scan::string_stop(self.bytes(), start);
        if self.bytes().get(stop) == Some(&b'"') && stop - start <= self.max_string {
            self.at = stop + 1;
            return Ok(());
        }
        self.walk_string(start, |_| (), |_, _| Ok(()))
    }

    #[cold]
    fn escaped_string(&mut self) -> Result<String, Halted> {
        let start = self.at + 1;
        let mut string = String::new();
        self.walk_string(start, |piece| string.push_str(piece), |cursor, at| Err(cursor.lone_surrogate(at)))?;
        Ok(string)
    }

    /// Passes every plain run and every unescaped character to `sink`, and the offset of every half of a surrogate pair
    /// without the other to `lone`, up to the closing quote.
    fn walk_string(
        &mut self,
        start: usize,
        mut sink: impl FnMut(&str),
        mut lone: impl FnMut(&mut Self, usize) -> Result<(), Halted>,
    ) -> Result<(), Halted> {
        let mut at = start;
        loop {
            let stop = scan::string_stop(self.bytes(), at);
            if stop - start > self.max_string {
                return Err(self.too_long(start));
            }
            sink(self.text.get(at..stop).unwrap_or_default());
            match self.bytes().get(stop) {
                Some(b'"') => {
                    self.at = stop + 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    let (unescaped, end) = self.escape(stop)?;
                    match unescaped {
                        Some(unescaped) => sink(unescaped.encode_utf8(&mut [0; 4])),
                        None => lone(self, stop)?,
                    }
                    at = end;
                }
                Some(&control) => return Err(self.raw_control(stop, control)),
                None => return Err(self.expected(stop, "`\"` at the end of the string")),
            }
        }
    }

    /// The character of the escape at `at`, if it is not half of a surrogate pair, and the offset after it.
    fn escape(&mut self, at: usize) -> Result<(Option<char>, usize), Halted> {
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
        let escape = self.text.get(at..at + 6).unwrap_or_default();
        let params = [("actual", escape.into()), ("reason", "lone_surrogate".into())];
        let message = Message::fill("`{actual}` is half of a surrogate pair; the other half is missing", params);
        self.halt(FaultKind::Syntax, at, message)
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
