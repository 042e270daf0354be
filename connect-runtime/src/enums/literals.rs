//! Names of variants that are integers or bools, and names that come across the quotes: `"3"` for `3`, `404` for `"404"`.

use super::names::VariantNames;
use crate::reader::{Failure, Origin, Reader, coerce};

/// What a value that is no string says about the variant.
pub(super) enum Bare {
    /// It names the variant with this index.
    Known(usize),
    /// It is a number or bool, which was read, but no name.
    Unknown,
    /// It is none of these, and was not read.
    Unread,
}

/// The variant of the string `name` at the offset `start`, which is no name in quotes: it may be one in another case, or without quotes.
#[inline(never)]
pub(super) fn find_across(
    reader: &mut Reader<'_>,
    start: usize,
    name: &str,
    names: &VariantNames,
) -> Result<Option<usize>, Failure> {
    if let Some((spelling, index)) = names.spellings.find_folded(name) {
        return reader.record_respelled_name(start, spelling).map(|()| Some(index));
    }
    let Some(index) = names.find_bare(name) else { return Ok(None) };
    reader.record_coercion(start, "the name without quotes")?;
    Ok(Some(index))
}

/// Reads the current value as a name, if it is a number or bool.
#[inline(never)]
pub(super) fn read_bare(reader: &mut Reader<'_>, names: &VariantNames) -> Result<Bare, Failure> {
    let (start, first) = reader.token();
    let found = match first {
        Some(b'-' | b'0'..=b'9') => read_number(reader, start, names)?,
        Some(b't' | b'f') if names.bare.is_some() => {
            let word = if coerce::boolean(reader)? { "true" } else { "false" };
            names.bare.and_then(|bare| bare.find(word))
        }
        _ => return Ok(Bare::Unread),
    };
    Ok(found.map_or(Bare::Unknown, Bare::Known))
}

fn read_number(reader: &mut Reader<'_>, start: usize, names: &VariantNames) -> Result<Option<usize>, Failure> {
    let number = reader.number("a name")?;
    let rounded = reader.policy.origin != Origin::Text && coerce::may_be_rounded(number);
    let canonical = names.bare.filter(|_| !rounded).zip(coerce::canonical_integer(number));
    if let Some(index) = canonical.and_then(|(bare, name)| bare.find(&name)) {
        return Ok(Some(index));
    }
    let Some(index) = names.spellings.find(number.text) else { return Ok(None) };
    reader.record_coercion(start, "a string")?;
    Ok(Some(index))
}
