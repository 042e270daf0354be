//! Names of variants that are integers or bools, and names that come across the quotes: `"3"` for `3`, `404` for `"404"`.

use std::borrow::Cow;

use super::unit::{VariantName, VariantNames, read_name_as_key, record_unknown};
use crate::{
    decode::Decode,
    json::{JsonText, Number, find},
    reader::{Failure, Origin, Reader, coerce},
    report::quote::list,
};

/// What a value that is no string says about the variant.
pub(super) enum Bare {
    /// It names the variant with this index.
    Known(usize),
    /// It is a number or bool, which was read, but no name.
    Unknown,
    /// It is none of these, and was not read.
    Unread,
}

impl VariantNames {
    /// The variant that `name` names, whether in quotes or not.
    pub(super) fn find_any(&self, name: &str) -> Option<usize> {
        self.spellings.find(name).or_else(|| self.find_bare(name))
    }

    /// The variant that the value at the offset `at` names.
    pub(super) fn find_at(&self, text: JsonText<'_>, at: usize) -> Option<usize> {
        self.find_any(&find::string_at(text, at).unwrap_or_else(|| find::scalar_at(text, at)))
    }

    /// The variant whose name without quotes has the same value as `name`.
    fn find_bare(&self, name: &str) -> Option<usize> {
        let bare = self.bare?;
        bare.find(name).or_else(|| bare.find(&coerce::canonical_integer(Number::parse(name)?)?))
    }

    /// Whether the value from which a name was read may be anything but a string.
    pub(super) fn describe_value(&self) -> String {
        if self.bare.is_some() { list(self.variants) } else { "a string".to_owned() }
    }
}

/// The variant of the string `name` at the offset `start`, which is no name in quotes.
#[inline(never)]
pub(super) fn find_across(
    reader: &mut Reader<'_>,
    start: usize,
    name: &str,
    names: &VariantNames,
) -> Result<Option<usize>, Failure> {
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

/// Reads the name of a variant; what no variant is named is read as a `T` and is drift.
pub fn decode_name_or<'de, T: Decode<'de>>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
) -> Result<VariantName<T>, Failure> {
    let (start, first) = reader.token();
    let place = reader.json.place();
    let known = if first == Some(b'"') {
        let name = reader.string()?;
        match names.spellings.find(&name) {
            Some(index) => Some(index),
            None => find_across(reader, start, &name, names)?,
        }
    } else {
        match read_bare(reader, names)? {
            Bare::Known(index) => Some(index),
            Bare::Unknown => None,
            Bare::Unread => return read_other_value(reader, names),
        }
    };
    if let Some(index) = known {
        return Ok(VariantName::Known(index));
    }
    if reader.policy.strict {
        let name = find::string_at(reader.json.text(), start).unwrap_or(Cow::Borrowed(""));
        record_unknown(reader, start, start, &name, names, false)?;
    }
    reader.json.return_to(place);
    read_unknown(reader, start, names)
}

/// Reads a value of the other types. In an object that has a tag, too, a name is a key, where nothing but the names
/// themselves tells it from any other key.
fn read_other_value<'de, T: Decode<'de>>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
) -> Result<VariantName<T>, Failure> {
    let (start, first) = reader.token();
    if first == Some(b'{') && reader.excluded.affect(start) {
        return match read_name_as_key(reader, names, false)? {
            VariantName::Known(index) => Ok(VariantName::Known(index)),
            VariantName::Unknown(_) => Err(Failure::Invalid),
        };
    }
    if reader.policy.strict || first.is_none_or(|first| !T::may_start_with(first)) {
        return Err(reader.wrong_type(&names.describe_value()));
    }
    read_unknown(reader, start, names)
}

fn read_unknown<'de, T: Decode<'de>>(
    reader: &mut Reader<'de>,
    start: usize,
    names: &VariantNames,
) -> Result<VariantName<T>, Failure> {
    let value = T::decode(reader)?;
    record_unknown(reader, start, start, "", names, true)?;
    Ok(VariantName::Unknown(value))
}

/// The key of a map that a value kept by an `other` variant came from.
#[must_use]
pub fn value_to_key(value: &serde_json::Value) -> Cow<'_, str> {
    value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed)
}
