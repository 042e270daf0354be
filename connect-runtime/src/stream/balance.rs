//! Checks whether the quotes and brackets of a broken item match: only then is what follows it surely the next item.

use crate::json::Open;

/// Whether every string in `bytes` ends on its line and every bracket has its match.
#[cold]
pub(super) fn is_balanced(bytes: &[u8]) -> bool {
    let mut open = Open::default();
    let (mut in_string, mut escaped) = (false, false);
    for &byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'"' => in_string = !in_string,
            b'\\' if in_string => escaped = true,
            b'\n' if in_string => return false,
            _ if in_string => {}
            b'{' | b'[' => open.push(byte == b'{'),
            b'}' | b']' if open.is_empty() || open.in_object() != (byte == b'}') => return false,
            b'}' | b']' => open.pop(),
            _ => {}
        }
    }
    !in_string && open.is_empty()
}
