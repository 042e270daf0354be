//! Detects from the first value how the records of a stream are separated.

use std::io;

use super::{
    framer::{Form, find_token, is_whitespace},
    input::Input,
};
use crate::json::{BYTE_ORDER_MARK, Cursor, Dialect, JsonText};

/// How far to look for the end of the first value, in bytes.
const LOOK_AHEAD: usize = 1024 * 1024;

/// The number of bytes added in each step.
const STEP: usize = 4 * 1024;

/// How often a line end alone is reason to look at the first value again.
const LINES_TRIED: usize = 64;

/// How the bytes seen so far end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Others may follow.
    Open,
    /// The stream ends there.
    Input,
    /// No more are looked at.
    Limit,
}

/// How far a stream was looked at to detect its form.
#[derive(Debug, Default)]
pub(super) struct Detector {
    /// How often the first value was read.
    tries: usize,
    /// How many bytes must be there to read it again.
    next: usize,
    /// How many bytes were looked at.
    seen: usize,
}

impl Detector {
    /// Looks ahead as far as necessary, without consuming anything. The form follows from the first [`LOOK_AHEAD`]
    /// bytes, however they arrive. After an error, it goes on where it was.
    pub(super) fn detect(&mut self, input: &mut impl Input, dialect: Dialect) -> io::Result<Form> {
        loop {
            let more = input.rest().len() > self.seen || input.read_more()?;
            self.seen = input.rest().len().min(self.seen + STEP).min(LOOK_AHEAD);
            let ahead = input.rest().get(..self.seen).unwrap_or_default();
            let end = match more {
                _ if self.seen == LOOK_AHEAD => End::Limit,
                true => End::Open,
                false => End::Input,
            };
            if self.is_due(ahead, end)
                && let Some(form) = form_of(ahead, dialect, end)
            {
                return Ok(form);
            }
        }
    }

    /// Whether to read the first value again: often enough that a pipe is not kept waiting, and rarely enough that a
    /// long value in small pieces stays cheap.
    fn is_due(&mut self, ahead: &[u8], end: End) -> bool {
        let at_line_end = self.tries < LINES_TRIED && ahead.ends_with(b"\n");
        if end == End::Open && self.seen < self.next && !at_line_end {
            return false;
        }
        self.tries += 1;
        self.next = self.seen * 2;
        true
    }
}

/// The form that `ahead` shows, whatever follows; `None` if it depends on that.
fn form_of(ahead: &[u8], dialect: Dialect, end: End) -> Option<Form> {
    let (start, is_sequence) = find_token(ahead);
    let bytes = ahead.get(start..).unwrap_or_default();
    match bytes.first() {
        // It may be the start of a byte order mark.
        _ if end == End::Open && BYTE_ORDER_MARK.starts_with(bytes) => return None,
        Some(b'[') => return Some(Form::Array),
        Some(_) if is_sequence => return Some(Form::Sequence),
        Some(_) => {}
        None => return Some(Form::Lines),
    }
    let mut cursor = Cursor::new(JsonText::new(bytes), usize::MAX, usize::MAX, dialect);
    if cursor.skip_value().is_ok() {
        let (value, rest) = bytes.split_at_checked(cursor.at())?;
        return form_after_value(value, rest, end);
    }
    let fault = cursor.take_fault().map_or(0, |fault| fault.at);
    form_after_fault(bytes, fault, end)
}

/// The form that the first value and what follows it show.
fn form_after_value(value: &[u8], rest: &[u8], end: End) -> Option<Form> {
    if value.contains(&b'\n') {
        return Some(Form::Values);
    }
    match rest.iter().find(|&&byte| byte == b'\n' || !is_whitespace(byte)) {
        None if end == End::Open => None,
        None | Some(b'\n') => Some(Form::Lines),
        Some(_) => Some(Form::Values),
    }
}

/// The form of `bytes`, whose first value is not valid from the offset `fault` on.
fn form_after_fault(bytes: &[u8], fault: usize, end: End) -> Option<Form> {
    // What looks invalid because it is cut is so at the end of it, and what is invalid before it stays so.
    let is_cut = fault >= bytes.len();
    if is_cut && end == End::Open {
        return None;
    }
    // A lone brace is not a line of NDJSON but the start of a value over several lines. The decoder reports what is
    // wrong with it. If the fault is on its line, there is more than the brace.
    let line_end = bytes.iter().position(|&byte| byte == b'\n');
    let line = bytes.get(..line_end.unwrap_or(bytes.len())).unwrap_or_default();
    let is_brace = matches!(line, [b'{', rest @ ..] if rest.iter().all(|&byte| is_whitespace(byte)));
    let is_long = is_cut && end == End::Limit && line_end.is_some();
    Some(if is_brace || is_long { Form::Values } else { Form::Lines })
}
