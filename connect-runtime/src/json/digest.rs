//! Digests of values, the same for the same JSON value however it is spelled.

use std::{
    hash::{Hash, Hasher},
    ops::Range,
};

use super::{Cursor, Dialect, Exact, JsonText};

/// Adds the value in the `range` of bytes, which was read before, to `hasher`: white space, escapes and the spelling of
/// numbers do not matter, the order of keys does. Linear, without recursion.
pub(crate) fn write(text: JsonText<'_>, range: Range<usize>, hasher: &mut impl Hasher) {
    // Not lossy: what is not Unicode is the same only if its bytes are.
    let dialect = Dialect { lossy: false, non_finite: true };
    let mut cursor = Cursor::new(text, usize::MAX, usize::MAX, dialect);
    cursor.go_to(range.start);
    while let Some(byte) = cursor.next_token().filter(|_| cursor.at() < range.end) {
        hasher.write_u8(byte);
        match byte {
            b'"' => write_string(&mut cursor, hasher),
            b'-' | b'0'..=b'9' => write_number(&mut cursor, hasher),
            // Literals, and what comes after the sign of an infinity, too.
            _ => cursor.skip_byte(),
        }
    }
}

fn write_string(cursor: &mut Cursor<'_>, hasher: &mut impl Hasher) {
    let start = cursor.at();
    if let Ok(string) = cursor.string() {
        return string.hash(hasher);
    }
    cursor.go_to(start);
    if cursor.skip_string().is_err() {
        cursor.skip_byte();
    }
    cursor.text().bytes().get(start..cursor.at()).hash(hasher);
}

fn write_number(cursor: &mut Cursor<'_>, hasher: &mut impl Hasher) {
    let start = cursor.at();
    if let Ok(number) = cursor.number() {
        return Exact::parse(number.text).hash(hasher);
    }
    cursor.go_to(start);
    cursor.skip_byte();
}
