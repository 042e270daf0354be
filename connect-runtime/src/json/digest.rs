//! Digests of values, the same for the same JSON value however it is spelled.

use std::hash::{Hash, Hasher};

use super::{Cursor, Exact};

/// Adds the value `text`, which is valid JSON, to `hasher`: white space, escapes and the spelling of numbers do not
/// matter, the order of keys does. Linear, without recursion.
pub(crate) fn write(text: &str, hasher: &mut impl Hasher) {
    let mut cursor = Cursor::new(text, usize::MAX, usize::MAX);
    while let Some(byte) = cursor.next_token() {
        hasher.write_u8(byte);
        let start = cursor.at();
        match byte {
            b'"' => match cursor.string() {
                Ok(string) => string.hash(hasher),
                // Half of a surrogate pair, in a string that nobody reads.
                Err(_) => {
                    cursor.go_to(start);
                    if cursor.skip_string().is_err() {
                        return;
                    }
                    cursor.since(start).hash(hasher);
                }
            },
            b'-' | b'0'..=b'9' => match cursor.number() {
                Ok(number) => Exact::parse(number.text).hash(hasher),
                Err(_) => return,
            },
            _ => cursor.skip_byte(),
        }
    }
}
