//! Enums of names whose `other` variant keeps what is no string, too.

use std::borrow::Cow;

use super::{
    literals::{Bare, find_across, read_bare},
    names::{VariantName, VariantNames, record_unknown},
    unit::read_name_as_key,
};
use crate::{
    decode::Decode,
    json::find,
    reader::{Failure, Reader},
};

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
