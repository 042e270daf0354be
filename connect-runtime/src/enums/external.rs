//! Externally tagged enums: `"name"` for a variant without content, `{"name": content}` for one with.

use super::{
    literals::{Bare, find_across, read_bare},
    names::{VariantNames, record_unknown},
};
use crate::{
    message::Message,
    reader::{Failure, Reader},
    report::Code,
};

/// Reads the current enum: `named` is the variant that a name alone represents, `read` reads the content of a variant
/// that has content. If no variant has the name and the enum is `open`, `read` gets `None` and reads the whole value,
/// which is drift.
pub fn decode_external<'de, T>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
    named: impl FnOnce(usize) -> Option<T>,
    read: impl FnOnce(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, first) = reader.token();
    match first {
        Some(b'"') => {
            let place = reader.json.place();
            let name = reader.json.string()?;
            let found = names.spellings.find(&name);
            let Some(index) =
                found.map_or_else(|| find_across(reader, start, &name, names), |index| Ok(Some(index)))?
            else {
                record_unknown(reader, start, start, &name, names, open)?;
                reader.json.return_to(place);
                return read(reader, None);
            };
            named(index).ok_or_else(|| refuse(reader, start, || describe_missing_content(&name, names)))
        }
        Some(b'{') => read_object(reader, names, open, read),
        _ => read_bare_name(reader, names, open, named, read),
    }
}

/// Reads a name without quotes.
#[cold]
fn read_bare_name<'de, T>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
    named: impl FnOnce(usize) -> Option<T>,
    read: impl FnOnce(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, place) = (reader.json.at(), reader.json.place());
    match read_bare(reader, names)? {
        Bare::Known(index) => named(index).ok_or_else(|| {
            let name = reader.json.since(start);
            refuse(reader, start, || describe_missing_content(name, names))
        }),
        Bare::Unknown if names.bare.is_some() => {
            record_unknown(reader, start, start, "", names, open)?;
            reader.json.return_to(place);
            read(reader, None)
        }
        Bare::Unknown | Bare::Unread => {
            reader.json.go_to(start);
            let kind = if names.bare.is_some() { "a name" } else { "a string" };
            Err(reader.wrong_type(&format!("{kind} or an object that names the variant")))
        }
    }
}

fn read_object<'de, T>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    open: bool,
    read: impl FnOnce(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, place) = (reader.json.at(), reader.json.place());
    reader.json.open()?;
    let mut count = 0;
    if !reader.next_own_key(&mut count, start)? {
        return Err(refuse(reader, start, || describe_count(names, "an empty object", "empty")));
    }
    let name = reader.json.string()?;
    let found = match names.spellings.find(&name) {
        Some(index) => Some(index),
        None => find_key_across(reader, place, &name, names)?,
    };
    let Some(index) = found else {
        refuse_unknown(reader, place, names, &name, open)?;
        return read(reader, None);
    };
    reader.json.skip_colon()?;
    let value = read(reader, Some(index));
    if let Err(Failure::Halted) = value {
        return Err(Failure::Halted);
    }
    if reader.next_own_key(&mut count, start)? {
        return Err(refuse_more_fields(reader, place, names));
    }
    value
}

/// The variant that the key `name`, just read, is a name of by case alone, or without quotes; where that is refused, the
/// object at `place` is skipped.
#[cold]
fn find_key_across(
    reader: &mut Reader<'_>,
    place: (usize, usize),
    name: &str,
    names: &VariantNames,
) -> Result<Option<usize>, Failure> {
    let key = reader.current.key;
    let found = reader.as_key(|reader| find_across(reader, key, name, names));
    if let Err(Failure::Invalid) = found {
        reader.json.return_to(place);
        reader.json.skip_value()?;
    }
    found
}

/// Refuses the object at `place`, whose first key, just read, names no variant, or returns to it if the enum is `open`
/// and no other key names one either.
#[cold]
fn refuse_unknown(
    reader: &mut Reader<'_>,
    place: (usize, usize),
    names: &VariantNames,
    name: &str,
    open: bool,
) -> Result<(), Failure> {
    let (key, key_end) = (reader.current.key, reader.json.at());
    reader.json.skip_colon()?;
    reader.json.skip_value()?;
    let (mut count, mut refused) = (1, false);
    while reader.next_own_key(&mut count, place.0)? {
        let other = reader.json.string()?;
        reader.json.skip_colon()?;
        reader.json.skip_value()?;
        refused |= !open || names.has(&other);
    }
    if refused {
        return Err(refuse_more_fields(reader, place, names));
    }
    reader.json.go_to(key_end);
    let recorded = record_unknown(reader, place.0, key, name, names, open);
    reader.json.return_to(place);
    if recorded.is_err() {
        reader.json.skip_value()?;
    }
    recorded
}

/// Refuses the object at `place`, which has more than one field.
#[cold]
fn refuse_more_fields(reader: &mut Reader<'_>, place: (usize, usize), names: &VariantNames) -> Failure {
    reader.json.return_to(place);
    if reader.json.skip_value().is_err() {
        return Failure::Halted;
    }
    refuse(reader, place.0, || describe_count(names, "more fields", "more_fields"))
}

#[cold]
fn refuse(reader: &mut Reader<'_>, start: usize, message: impl FnOnce() -> Message) -> Failure {
    reader.invalid(start, Code::WrongType, |_| message())
}

fn describe_missing_content(name: &str, names: &VariantNames) -> Message {
    let expected = format!("{{\"{name}\": ..}}");
    let params = [("variant", name.into()), ("model", names.name.into()), ("expected", expected.into())];
    Message::fill("variant `{variant}` of `{model}` has content, expected `{expected}`", params)
        .with("actual", "string")
        .with("reason", "no_content")
}

fn describe_count(names: &VariantNames, found: &str, reason: &'static str) -> Message {
    let expected = "an object with one field that names the variant";
    let params = [("expected", expected.into()), ("choices", names.variants.into())];
    Message::fill(&format!("expected {{expected}}, {{choices}}, found {found}"), params)
        .with("actual", "object")
        .with("reason", reason)
}
