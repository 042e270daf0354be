//! Tells from the first value how the records of a stream stand one after the other.

use std::io;

use super::{framer::Form, input::Input};
use crate::json::Cursor;

/// A byte order mark (U+FEFF) in UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// How far the end of the first value is looked for, in bytes.
const LOOK_AHEAD: usize = 1024 * 1024;

/// How much is looked at in one step, in bytes.
const STEP: usize = 4 * 1024;

/// How often a line end alone is reason enough to look at the first value again.
const LINES_TRIED: usize = 64;

/// Looks ahead as far as it takes, and passes nothing.
pub(super) fn detect(input: &mut impl Input) -> io::Result<Form> {
    let (mut tries, mut next, mut seen) = (0, 0, 0);
    loop {
        let more = input.rest().len() > seen || input.read_more()?;
        seen = input.rest().len().min(seen + STEP);
        let ahead = input.rest().get(..seen).unwrap_or_default();
        let last = !more || seen >= LOOK_AHEAD;
        // The first value is read again each time: often enough for one who waits at the other end of a pipe, and
        // seldom enough for a long value in small pieces.
        if last || seen >= next || (tries < LINES_TRIED && ahead.ends_with(b"\n")) {
            if let Some(form) = judge(ahead, last) {
                return Ok(form);
            }
            tries += 1;
            next = seen * 2;
        }
    }
}

/// What form `ahead` shows; none if that depends on what follows, unless this is the `last` look.
fn judge(ahead: &[u8], last: bool) -> Option<Form> {
    let bytes = ahead.strip_prefix(BYTE_ORDER_MARK).unwrap_or(ahead);
    let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    // Less than a character is missing: it may have been cut by the end of the piece.
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
        return judge_whole(cursor.since(start), valid.get(cursor.at()..)?, torn);
    }
    let fault = cursor.take_fault().map_or(0, |fault| fault.at);
    judge_broken(valid.get(start..)?, valid.get(fault..)?, torn, last && ahead.len() >= LOOK_AHEAD)
}

/// The first value and what follows it.
fn judge_whole(value: &str, behind: &str, torn: bool) -> Option<Form> {
    if value.contains('\n') {
        return Some(Form::Values);
    }
    match behind.trim_start_matches([' ', '\t', '\r']).bytes().next() {
        None if torn => None,
        None | Some(b'\n') => Some(Form::Lines),
        Some(_) => Some(Form::Values),
    }
}

/// The text that the first value was looked for in, and the part of it from the place on that did not fit.
fn judge_broken(text: &str, fault: &str, torn: bool, too_long: bool) -> Option<Form> {
    // The longest thing that can be cut and look broken before its end is a surrogate pair, `\ud83d\ude00`.
    if torn && fault.len() < 12 && !fault.contains('\n') {
        return None;
    }
    // No line of NDJSON holds a lone bracket: this is one value over many lines, and it is for the decoder to say what
    // is wrong with it.
    let first_line = text.split('\n').next().unwrap_or_default().trim_end();
    let open = too_long && fault.is_empty() && text.contains('\n');
    Some(if first_line == "{" || open { Form::Values } else { Form::Lines })
}
