//! `json_string`: a string that holds JSON text.

use crate::reader::{Failure, Reader};

/// `json_string`: the value is read from the contents of a string. It may also be there without quotes around it, which
/// is drift.
pub fn json_string<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl for<'text> FnOnce(&mut Reader<'text>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, first) = reader.token();
    if first == Some(b'"') {
        let text = reader.string()?;
        return reader.read_inside(start, &text, decode);
    }
    let value = decode(reader)?;
    reader.record_coercion(start, "a string that holds JSON text")?;
    Ok(value)
}

/// `json_string` on an `Option`, which null needs no quotes for.
pub fn json_string_or_null<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl for<'text> FnOnce(&mut Reader<'text>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    if reader.token().1 == Some(b'n') { decode(reader) } else { json_string(reader, decode) }
}
