//! Detects from the first value how the records of a stream are separated.

use std::io;

use super::{framer::Form, input::Input};
use crate::json::Cursor;

/// A byte order mark (U+FEFF) in UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// How far to look for the end of the first value, in bytes.
const LOOK_AHEAD: usize = 1024 * 1024;

/// The number of bytes added in each step.
const STEP: usize = 4 * 1024;

/// How often a line end alone is reason to look at the first value again.
const LINES_TRIED: usize = 64;

/// Looks ahead as far as necessary, without consuming anything.
pub(super) fn detect(input: &mut impl Input) -> io::Result<Form> {
    let (mut tries, mut next, mut seen) = (0, 0, 0);
    loop {
        let more = input.rest().len() > seen || input.read_more()?;
        seen = input.rest().len().min(seen + STEP);
        let ahead = input.rest().get(..seen).unwrap_or_default();
        let last = !more || seen >= LOOK_AHEAD;
        // The first value is read again each time: often enough that a pipe is not kept waiting, and rarely enough
        // that a long value in small pieces stays cheap.
        if last || seen >= next || (tries < LINES_TRIED && ahead.ends_with(b"\n")) {
            if let Some(form) = form_of(ahead, last) {
                return Ok(form);
            }
            tries += 1;
            next = seen * 2;
        }
    }
}

/// The form that `ahead` shows; `None` if it depends on what follows and this is not the `last` look.
fn form_of(ahead: &[u8], last: bool) -> Option<Form> {
    let bytes = ahead.strip_prefix(BYTE_ORDER_MARK).unwrap_or(ahead);
    let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    // The end of the piece may have cut a character.
    let torn = !last && bytes.len() - valid.len() < 4;
    let mut cursor = Cursor::new(valid, usize::MAX, usize::MAX);
    match cursor.next_token() {
        None if torn => return None,
        None => return Some(Form::Lines),
        Some(b'[') => return Some(Form::Array),
        Some(_) => {}
    }
    let start = cursor.at();
    if cursor.skip_value().is_ok() {
        return form_after_value(cursor.since(start), valid.get(cursor.at()..)?, torn);
    }
    let fault = cursor.take_fault().map_or(0, |fault| fault.at);
    form_after_fault(valid.get(start..)?, valid.get(fault..)?, torn, last && ahead.len() >= LOOK_AHEAD)
}

/// The form that the first value and what follows it show.
fn form_after_value(value: &str, rest: &str, torn: bool) -> Option<Form> {
    if value.contains('\n') {
        return Some(Form::Values);
    }
    match rest.trim_start_matches([' ', '\t', '\r']).bytes().next() {
        None if torn => None,
        None | Some(b'\n') => Some(Form::Lines),
        Some(_) => Some(Form::Values),
    }
}

/// The form of `text`, whose first value is not valid from `fault` on.
fn form_after_fault(text: &str, fault: &str, torn: bool, too_long: bool) -> Option<Form> {
    // The longest token that looks invalid when it is cut is a surrogate pair, `\ud83d\ude00`.
    if torn && fault.len() < 12 && !fault.contains('\n') {
        return None;
    }
    // A lone brace is not a line of NDJSON but the start of a value over several lines. The decoder reports what is
    // wrong with it.
    let first_line = text.split('\n').next().unwrap_or_default().trim_end();
    let open = too_long && fault.is_empty() && text.contains('\n');
    Some(if first_line == "{" || open { Form::Values } else { Form::Lines })
}
