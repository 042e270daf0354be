//! Unit-only enums.

use std::borrow::Cow;

use super::{
    literals::{Bare, find_across, read_bare},
    names::{VariantName, VariantNames, record_unknown},
};
use crate::{
    decode::Decode,
    message::Message,
    reader::{Failure, Reader},
    report::Code,
};

/// Reads the name of a variant; returns its index.
pub fn decode_name(reader: &mut Reader<'_>, names: &'static VariantNames) -> Result<usize, Failure> {
    match read_name(reader, names, false)? {
        VariantName::Known(index) => Ok(index),
        VariantName::Unknown(_) => Err(Failure::Invalid),
    }
}

/// Reads the name of a variant; one that no variant has is drift.
pub fn decode_open_name<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
) -> Result<VariantName<Cow<'de, str>>, Failure> {
    read_name(reader, names, true)
}

#[inline]
fn read_name<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
) -> Result<VariantName<Cow<'de, str>>, Failure> {
    if reader.json.next_token() == Some(b'"') {
        read_name_here(reader, names, open)
    } else {
        read_name_as_key(reader, names, open)
    }
}

/// Reads the current string or key; one that no variant has is recorded.
#[inline]
fn read_name_here<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
) -> Result<VariantName<Cow<'de, str>>, Failure> {
    let start = reader.json.at();
    let name = reader.string()?;
    if let Some(index) = names.spellings.find(&name) {
        return Ok(VariantName::Known(index));
    }
    if let Some(index) = find_across(reader, start, &name, names)? {
        return Ok(VariantName::Known(index));
    }
    record_unknown(reader, start, start, &name, names, open)?;
    Ok(VariantName::Unknown(name))
}

/// Reads `{"name": null}` from an object that has a tag, too: a name alone has no place beside it.
#[cold]
pub(super) fn read_name_as_key<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
) -> Result<VariantName<Cow<'de, str>>, Failure> {
    let (start, first) = reader.token();
    if first != Some(b'{') || !reader.excluded.affect(start) {
        return read_bare_name(reader, names, open);
    }
    reader.json.open()?;
    let (mut count, mut found, mut name) = (0, 0, Err(Failure::Invalid));
    while reader.next_own_key(&mut count, start)? {
        name = if found == 0 { read_entry(reader, names, open) } else { skip_entry(reader) };
        if let Err(Failure::Halted) = name {
            return name;
        }
        found += 1;
    }
    if found == 1 {
        return name;
    }
    Err(reader.invalid(start, Code::WrongType, |_| {
        let expected = format!("one field that names a variant of `{}` besides the tag", names.name);
        Message::expected(&expected, &found.to_string(), "object").with("model", names.name).with("reason", "tag")
    }))
}

/// Reads a name without quotes.
fn read_bare_name<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
) -> Result<VariantName<Cow<'de, str>>, Failure> {
    let start = reader.json.at();
    match read_bare(reader, names)? {
        Bare::Known(index) => Ok(VariantName::Known(index)),
        Bare::Unknown if names.bare.is_some() => {
            record_unknown(reader, start, start, "", names, open)?;
            Ok(VariantName::Unknown(Cow::Borrowed(reader.json.since(start))))
        }
        Bare::Unknown | Bare::Unread => {
            reader.json.go_to(start);
            Err(reader.wrong_type(&names.describe_value()))
        }
    }
}

/// Reads the current key as a name, and its value, which is null.
fn read_entry<'de>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
) -> Result<VariantName<Cow<'de, str>>, Failure> {
    let name = reader.as_key(|reader| read_name_here(reader, names, open));
    if let Err(Failure::Halted) = name {
        return name;
    }
    reader.json.skip_colon()?;
    match name {
        Ok(VariantName::Known(_)) => <()>::decode(reader).and(name),
        _ => reader.json.skip_value().map_err(Failure::from).and(name),
    }
}

fn skip_entry<'de>(reader: &mut Reader<'de>) -> Result<VariantName<Cow<'de, str>>, Failure> {
    reader.json.string()?;
    reader.json.skip_colon()?;
    reader.json.skip_value()?;
    Err(Failure::Invalid)
}
