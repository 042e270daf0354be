//! Makes whole JSON text of one that is cut off: what is not finished is closed, or left out.

use crate::json::{Cursor, Dialect, Fault, Halted, scan};

/// A text that was cut off, made whole.
#[derive(Debug)]
pub(crate) struct Cut {
    /// The text up to the last value that can be kept, and what closes it; empty if nothing can be kept.
    pub(crate) completed: String,
    /// The offset up to which it is the text that was given.
    pub(crate) end: usize,
    /// The offsets of the values that the text ends in, outermost first.
    pub(crate) open: Vec<usize>,
    /// What can't be JSON, however the text goes on.
    pub(crate) fault: Option<Fault>,
    /// Whether nothing is missing.
    pub(crate) whole: bool,
}

impl Cut {
    pub(crate) fn of(text: &str, dialect: Dialect) -> Self {
        let mut scan = Scan {
            json: Cursor::new(text.into(), usize::MAX, usize::MAX, dialect),
            open: Vec::new(),
            scalar: None,
            keep: 0,
            whole: false,
        };
        let read = scan.document();
        let fault = scan.json.take_fault().filter(|fault| fault.at < text.len());
        let whole = read.is_ok() && fault.is_none();
        let (end, completed) = scan.complete(text);
        Self { completed, end, whole: whole && scan.whole, fault, open: scan.starts() }
    }
}

impl Cut {
    /// The offset of the string that the text ends in.
    pub(super) fn open_string(&self) -> Option<usize> {
        let is_string = |at: &usize| self.completed.as_bytes().get(*at) == Some(&b'"');
        self.open.last().copied().filter(is_string)
    }
}

struct Scan<'t> {
    json: Cursor<'t>,
    /// The containers that are open, outermost first: the offset of each, and the bracket that closes it.
    open: Vec<(usize, char)>,
    /// The offset of the scalar that is being read.
    scalar: Option<usize>,
    /// The offset up to which the text can be kept, if what is open is closed there.
    keep: usize,
    whole: bool,
}

impl Scan<'_> {
    /// Reads the document up to its end, or to that of the text, where the fault is at the end or there is none.
    fn document(&mut self) -> Result<(), Halted> {
        self.json.skip_byte_order_mark();
        while self.value()? || self.next()? {}
        self.whole = true;
        self.json.finish()
    }

    /// Skips a scalar or an empty container (false), or enters a container up to its first value (true).
    fn value(&mut self) -> Result<bool, Halted> {
        let first = self.json.next_token();
        let start = self.json.at();
        match first {
            Some(b'{') => self.enter(start, '}'),
            Some(b'[') => self.enter(start, ']'),
            _ => self.scalar(start, first).map(|()| false),
        }
    }

    fn scalar(&mut self, start: usize, first: Option<u8>) -> Result<(), Halted> {
        self.scalar = first.map(|_| start);
        self.json.skip_value()?;
        // More digits may follow.
        if matches!(first, Some(b'-' | b'0'..=b'9')) && self.json.peek().is_none() {
            return Err(Halted);
        }
        self.scalar = None;
        self.keep = self.json.at();
        Ok(())
    }

    fn enter(&mut self, start: usize, close: char) -> Result<bool, Halted> {
        self.json.skip_byte();
        self.open.push((start, close));
        self.keep = self.json.at();
        if self.json.next_token().map(char::from) == Some(close) {
            self.leave();
            return Ok(false);
        }
        if close == '}' {
            self.key("`\"` or `}`")?;
        }
        Ok(true)
    }

    fn leave(&mut self) {
        self.json.skip_byte();
        self.open.pop();
        self.keep = self.json.at();
    }

    /// After a value: closes what ends here. True if another value follows, false if everything is closed.
    fn next(&mut self) -> Result<bool, Halted> {
        while let Some(&(_, close)) = self.open.last() {
            match self.json.next_token() {
                Some(b',') => {
                    self.json.skip_byte();
                    if close == '}' {
                        self.key("`\"`")?;
                    }
                    return Ok(true);
                }
                Some(byte) if char::from(byte) == close => self.leave(),
                _ => return Err(self.json.expected(self.json.at(), &format!("`,` or `{close}`"))),
            }
        }
        Ok(false)
    }

    fn key(&mut self, wanted: &str) -> Result<(), Halted> {
        if self.json.next_token() != Some(b'"') {
            return Err(self.json.expected(self.json.at(), wanted));
        }
        self.json.skip_string()?;
        self.json.skip_colon()
    }

    /// The text with everything closed, and up to where it is kept: of a string that is open its start is, of other scalars
    /// nothing.
    fn complete(&self, text: &str) -> (usize, String) {
        let string = self.scalar.filter(|&start| text.as_bytes().get(start) == Some(&b'"'));
        let end = string.map_or(self.keep, |start| text_end(text, start));
        let mut completed = text.get(..end).unwrap_or_default().to_owned();
        completed.extend(string.map(|_| '"'));
        completed.extend(self.open.iter().rev().map(|(_, close)| close));
        (end, completed)
    }

    fn starts(&self) -> Vec<usize> {
        self.open.iter().map(|&(start, _)| start).chain(self.scalar).collect()
    }
}

/// Where the text of the open string at `start` ends: before an escape that is not whole, and before half of a surrogate
/// pair whose other half may follow; or before what can't be in a string.
fn text_end(text: &str, start: usize) -> usize {
    let (bytes, mut at) = (text.as_bytes(), start + 1);
    loop {
        let stop = scan::string_stop(bytes, at);
        let Some(escape) = bytes.get(stop..).filter(|rest| rest.first() == Some(&b'\\')) else { return stop };
        let length = if escape.get(1) == Some(&b'u') { 6 } else { 2 };
        if escape.len() < length || is_broken(escape) || awaits_other_half(escape) {
            return stop;
        }
        at = stop + length;
    }
}

/// Whether the bytes, which start with a backslash, are no escape.
fn is_broken(escape: &[u8]) -> bool {
    match escape.get(1) {
        Some(b'u') => !escape.get(2..6).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)),
        Some(byte) => !br#""\/bfnrt"#.contains(byte),
        None => true,
    }
}

/// Whether it is the first half of a surrogate pair whose other half is not there, or not whole.
fn awaits_other_half(escape: &[u8]) -> bool {
    let is_first = matches!(escape, [b'\\', b'u', b'd' | b'D', b'8' | b'9' | b'a' | b'b' | b'A' | b'B', ..]);
    let rest = escape.get(6..).unwrap_or_default();
    let may_be_other = rest.starts_with(br"\u") && (rest.len() < 6 || is_broken(rest));
    is_first && (may_be_other || br"\u".starts_with(rest))
}

#[cfg(test)]
mod tests {
    use super::{Cut, Dialect};

    fn completed(text: &str) -> (String, Vec<usize>) {
        let cut = Cut::of(text, Dialect { lossy: false, non_finite: false });
        assert!(cut.fault.is_none() && !cut.whole, "{text}");
        (cut.completed, cut.open)
    }

    #[test]
    fn what_is_not_finished_is_closed_or_left_out() {
        for (text, wanted, open) in [
            ("", "", &[][..]),
            (" ", "", &[]),
            ("12", "", &[0]),
            (r#""ab"#, r#""ab""#, &[0]),
            ("{", "{}", &[0]),
            (r#"{"a"#, "{}", &[0]),
            (r#"{"a":"#, "{}", &[0]),
            (r#"{"a": 1"#, "{}", &[0, 6]),
            (r#"{"a": 1 "#, r#"{"a": 1}"#, &[0]),
            (r#"{"a": tru"#, "{}", &[0, 6]),
            (r#"{"a": true"#, r#"{"a": true}"#, &[0]),
            (r#"{"a": [1, "x"#, r#"{"a": [1, "x"]}"#, &[0, 6, 10]),
            (r#"{"a": [1,"#, r#"{"a": [1]}"#, &[0, 6]),
            (r#"{"a": [], "b": {"#, r#"{"a": [], "b": {}}"#, &[0, 15]),
            (r#"["a\"#, r#"["a"]"#, &[0, 1]),
            (r#"["a\u00e"#, r#"["a"]"#, &[0, 1]),
            (r#"["a\u00e9"#, r#"["a\u00e9"]"#, &[0, 1]),
            (r#"["a\ud83d"#, r#"["a"]"#, &[0, 1]),
            (r#"["a\ud83d\"#, r#"["a"]"#, &[0, 1]),
            (r#"["a\ud83d\ude"#, r#"["a"]"#, &[0, 1]),
            (r#"["a\ud83d\ude00"#, r#"["a\ud83d\ude00"]"#, &[0, 1]),
            ("\u{feff}", "", &[]),
            ("\u{feff}[1,", "\u{feff}[1]", &[3]),
        ] {
            assert_eq!(completed(text), (wanted.to_owned(), open.to_vec()), "{text}");
        }
    }

    #[test]
    fn what_can_never_be_json_is_a_fault_where_it_is() {
        for (text, at, completed) in [
            (r#"{"a": 1x"#, 7, r#"{"a": 1}"#),
            (r#"{"a" 1"#, 5, "{}"),
            ("[1, ]", 4, "[1]"),
            ("[1 2", 3, "[1]"),
            ("{a", 1, "{}"),
            ("[trux", 4, "[]"),
            ("[\"a\nb", 3, "[\"a\"]"),
            (r#"["a\x"#, 4, r#"["a"]"#),
            ("1 2", 2, "1"),
            ("[\u{feff}1", 1, "[]"),
        ] {
            let cut = Cut::of(text, Dialect { lossy: false, non_finite: false });
            assert_eq!((cut.fault.map(|fault| fault.at), cut.completed.as_str()), (Some(at), completed), "{text}");
            assert!(!cut.whole);
        }
    }

    #[test]
    fn a_text_that_ends_after_its_value_is_whole() {
        for text in ["1 ", "{}", " [1]\n", r#""""#, "null", "\u{feff}1 "] {
            let cut = Cut::of(text, Dialect { lossy: false, non_finite: false });
            assert!(cut.whole && cut.open.is_empty() && text.starts_with(&cut.completed), "{text}");
        }
    }
}
