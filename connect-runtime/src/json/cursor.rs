//! A position in the JSON text and its elementary steps.

use super::{Segment, columns::BYTE_ORDER_MARK, dialect::Dialect, scan, text::JsonText};
use crate::message::Message;

/// Decoding can't continue; the cursor's [`Fault`] says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Halted;

/// Why decoding stopped.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    /// The offset in bytes of the first character that does not fit.
    pub(crate) at: usize,
    pub(crate) message: Message,
    /// Whether it is where a token starts or ends, rather than in a string.
    pub(crate) between_tokens: bool,
    /// The path below the value at `at`, if that is a string that holds JSON text.
    pub(crate) inside: Vec<Segment>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultKind {
    Syntax,
    Depth,
    StringLength,
    ItemCount,
    Work,
}

#[derive(Debug)]
pub(crate) struct Cursor<'de> {
    pub(super) text: JsonText<'de>,
    pub(super) at: usize,
    /// How many more arrays and objects may be opened inside the current one.
    pub(super) depth_left: usize,
    pub(super) max_depth: usize,
    pub(super) max_string: usize,
    pub(super) dialect: Dialect,
    /// What messages call the end of the input.
    end: &'static str,
    pub(super) fault: Option<Box<Fault>>,
}

impl<'de> Cursor<'de> {
    /// A cursor at the start of `text` that accepts at most `max_depth` nested containers and strings of at most
    /// `max_string` bytes.
    #[inline]
    pub(crate) fn new(text: JsonText<'de>, max_depth: usize, max_string: usize, dialect: Dialect) -> Self {
        let end = "the end of the input";
        Self { text, at: 0, depth_left: max_depth, max_depth, max_string, dialect, end, fault: None }
    }

    /// A cursor at the start of `text`, the contents of a string at the current place.
    pub(crate) fn of_contents<'t>(&self, text: JsonText<'t>) -> Cursor<'t> {
        let cursor = Cursor::new(text, self.max_depth, self.max_string, self.dialect);
        Cursor { depth_left: self.depth_left, end: "the end of the string", ..cursor }
    }

    /// A cursor at the start of `text`, which was read before.
    pub(crate) fn again(text: JsonText<'de>) -> Self {
        Self::new(text, usize::MAX, usize::MAX, Dialect::WIDEST)
    }

    #[inline]
    pub(crate) fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Makes messages call the end of the input `end`.
    pub(crate) fn name_end(&mut self, end: &'static str) {
        self.end = end;
    }

    pub(crate) fn text(&self) -> JsonText<'de> {
        self.text
    }

    #[inline]
    pub(super) fn bytes(&self) -> &'de [u8] {
        self.text.bytes()
    }

    /// The offset in bytes.
    #[inline]
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The text from `start` up to here; empty if it is not UTF-8, which numbers and literals are.
    #[inline]
    pub(crate) fn since(&self, start: usize) -> &'de str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The current byte; `None` at the end of the input.
    #[inline]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    /// Skips white space; returns the first byte of the next token.
    #[inline]
    pub(crate) fn next_token(&mut self) -> Option<u8> {
        match self.peek() {
            Some(byte) if byte > b' ' => Some(byte),
            _ => self.skip_blank(),
        }
    }

    #[inline(never)]
    fn skip_blank(&mut self) -> Option<u8> {
        // The single space after a colon.
        if let Some(&[b' ', byte]) = self.bytes().get(self.at..).and_then(|rest| rest.first_chunk())
            && byte > b' '
        {
            self.at += 1;
            return Some(byte);
        }
        self.at = scan::blank_end(self.bytes(), self.at);
        self.peek()
    }

    /// Skips the current byte, which is ASCII.
    #[inline]
    pub(crate) fn skip_byte(&mut self) {
        self.at += 1;
    }

    /// Skips `byte` if it is the current one.
    #[inline]
    pub(crate) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Whether these two bytes come next.
    #[inline]
    pub(crate) fn is_at(&self, literal: [u8; 2]) -> bool {
        self.bytes().get(self.at..self.at + 2) == Some(&literal)
    }

    /// Skips `literal` if it comes next.
    #[inline]
    pub(crate) fn eat_literal(&mut self, literal: &str) -> bool {
        let end = self.at + literal.len();
        let found = self.bytes().get(self.at..end).is_some_and(|found| scan::same(found, literal.as_bytes()));
        if found {
            self.at = end;
        }
        found
    }

    /// Skips `literal`, whose first byte is known to match.
    #[inline]
    pub(crate) fn expect_literal(&mut self, literal: &'static str) -> Result<(), Halted> {
        if self.eat_literal(literal) { Ok(()) } else { Err(self.malformed_literal(literal)) }
    }

    #[cold]
    fn malformed_literal(&mut self, literal: &'static str) -> Halted {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        let same = rest.iter().zip(literal.as_bytes()).take_while(|(found, wanted)| found == wanted).count();
        self.expected(self.at + same, &format!("`{literal}`"))
    }

    /// Skips the opening bracket or brace and enters the container.
    #[inline]
    pub(crate) fn open(&mut self) -> Result<(), Halted> {
        if self.depth_left == 0 {
            return Err(self.too_deep());
        }
        self.depth_left -= 1;
        self.at += 1;
        Ok(())
    }

    /// Skips the closing bracket or brace and leaves the container.
    #[inline]
    pub(crate) fn close(&mut self) {
        self.depth_left += 1;
        self.at += 1;
    }

    #[cold]
    fn too_deep(&mut self) -> Halted {
        let params = [("max", self.max_depth.into())];
        let message = Message::fill("arrays and objects are nested deeper than {max} levels", params);
        self.halt(FaultKind::Depth, self.at, message)
    }

    /// Moves to the offset `at` (bytes) in the current container.
    #[inline]
    pub(crate) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// A position to return to.
    pub(crate) fn place(&self) -> (usize, usize) {
        (self.at, self.depth_left)
    }

    /// Returns to a position of this cursor.
    pub(crate) fn return_to(&mut self, (at, depth_left): (usize, usize)) {
        self.at = at;
        self.depth_left = depth_left;
    }

    /// Expects nothing but white space up to the end of the input.
    #[inline]
    pub(crate) fn finish(&mut self) -> Result<(), Halted> {
        if self.at == self.text.len() || self.next_token().is_none() {
            Ok(())
        } else {
            Err(self.expected(self.at, self.end))
        }
    }

    /// Passes over a byte order mark at the start, as RFC 8259, section 8.1 allows.
    #[inline]
    pub(crate) fn skip_byte_order_mark(&mut self) {
        if self.bytes().starts_with(BYTE_ORDER_MARK) {
            self.at = BYTE_ORDER_MARK.len();
        }
    }

    /// Halts because something other than `wanted` is at the offset `at`.
    #[cold]
    pub(crate) fn expected(&mut self, at: usize, wanted: &str) -> Halted {
        let message = match self.text.char_at(at) {
            Some(Err(byte)) => not_utf8(byte),
            found => {
                let actual = self.describe(found.and_then(Result::ok));
                let params = [("expected", wanted.into()), ("actual", actual.into())];
                Message::fill("expected {expected}, found {actual}", params)
            }
        };
        // In a string, the cursor is still at the opening quote.
        let between_tokens = at == self.at || self.peek() != Some(b'"');
        self.fault = Some(Box::new(Fault { kind: FaultKind::Syntax, at, message, between_tokens, inside: Vec::new() }));
        Halted
    }

    fn describe(&self, found: Option<char>) -> String {
        match found {
            None => self.end.to_owned(),
            Some(c) if c.is_control() || c == '\u{feff}' || c.is_whitespace() && c != ' ' => {
                format!("the character U+{:04X}", u32::from(c))
            }
            Some(c) => format!("`{c}`"),
        }
    }

    #[cold]
    pub(crate) fn halt(&mut self, kind: FaultKind, at: usize, message: Message) -> Halted {
        self.fault = Some(Box::new(Fault { kind, at, message, between_tokens: false, inside: Vec::new() }));
        Halted
    }

    /// Halts because of what was found in the contents of a string.
    #[cold]
    pub(crate) fn halt_inside(&mut self, fault: Fault) -> Halted {
        self.fault = Some(Box::new(fault));
        Halted
    }

    pub(crate) fn take_fault(&mut self) -> Option<Fault> {
        self.fault.take().map(|fault| *fault)
    }
}

/// The message about a byte that is not UTF-8.
pub(crate) fn not_utf8(byte: u8) -> Message {
    let params = [("actual", format!("0x{byte:02x}").into()), ("reason", "not_utf8".into())];
    Message::fill("byte {actual} is not UTF-8", params)
}
