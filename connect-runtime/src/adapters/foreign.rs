//! Reads values with code from outside this crate: a user's module, serde, or `FromStr`.

use std::{borrow::Cow, fmt::Display, str::FromStr};

use serde::Deserialize;
use serde_json::de::StrRead;

use super::text::Text;
use crate::{
    decode::Decode,
    message::Message,
    reader::{Failure, Reader, coerce},
    report::{Code, Rejection},
    rules,
    shape::Field,
};

/// `with = module`: the module's function gets the value's JSON text.
pub fn with<'de, T, E: Into<Rejection>>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&Text<'de>) -> Result<T, E>,
) -> Result<T, Failure> {
    let (start, text) = raw_text(reader)?;
    let text = Text::new(text);
    let value = decode(&text).map_err(|error| reject(reader, start, error.into()))?;
    if text.was_coerced() {
        reader.record_coercion(start, "a value that needs no coercion")?;
    }
    Ok(value)
}

/// The offset and the text of the current value, from which other code may borrow.
fn raw_text<'de>(reader: &mut Reader<'de>) -> Result<(usize, &'de str), Failure> {
    let (start, _) = reader.token();
    match reader.raw_text()? {
        Cow::Borrowed(text) => Ok((start, text)),
        Cow::Owned(_) => Err(reader.invalid(start, Code::InvalidValue, |_| {
            let why = "the value is not UTF-8, as the code that reads it needs it to be; make the field a `String`";
            Message::reason(why.to_owned())
        })),
    }
}

fn reject(reader: &mut Reader<'_>, start: usize, rejection: Rejection) -> Failure {
    reject_in(reader, start, rejection, &[])
}

/// Records the rejection of the value at `start`, which may name one of its `fields`.
#[cold]
pub(crate) fn reject_in(
    reader: &mut Reader<'_>,
    start: usize,
    rejection: Rejection,
    fields: &'static [Field],
) -> Failure {
    let mark = reader.problems.mark();
    let has_code = rejection.code != "custom" || !rejection.issues.is_empty();
    let rejection = if has_code { rejection } else { rejection.code("invalid_value") };
    rules::check(Err(rejection), fields, &mut reader.problems);
    reader.drop_unsettled(mark, 0);
    reader.resolve_since(mark, start, |_| None);
    Failure::Invalid
}

/// `serde`: the type's own `Deserialize`.
pub fn via_serde<'de, T: Deserialize<'de>>(reader: &mut Reader<'de>) -> Result<T, Failure> {
    via_serde_with(reader, |deserializer| T::deserialize(deserializer))
}

/// serde's `with` and `deserialize_with`: a function like `Deserialize::deserialize`.
pub fn via_serde_with<'de, T>(
    reader: &mut Reader<'de>,
    deserialize: impl FnOnce(&mut serde_json::Deserializer<StrRead<'de>>) -> Result<T, serde_json::Error>,
) -> Result<T, Failure> {
    let (start, text) = raw_text(reader)?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserialize(&mut deserializer).map_err(|error| {
        reader.invalid(start, Code::InvalidValue, |reader| describe(reader, start, &error.to_string()))
    })
}

/// `serde_json` counts lines and columns from the value's start, which would mislead.
pub(super) fn describe(reader: &Reader<'_>, start: usize, error: &str) -> Message {
    if reader.is_sensitive() {
        return format!("{} is not valid", reader.show(start)).into();
    }
    Message::reason(error.rsplit_once(" at line ").map_or(error, |(message, _)| message).to_owned())
}

/// A `Cow` that outlives the input: always owned, as serde reads it.
pub fn owned<'de, B>(reader: &mut Reader<'de>) -> Result<Cow<'static, B>, Failure>
where
    B: ToOwned<Owned: Decode<'de>> + ?Sized,
{
    B::Owned::decode(reader).map(Cow::Owned)
}

/// `from_str`: a string in the format of the type's `FromStr`.
pub fn via_from_str<T>(reader: &mut Reader<'_>) -> Result<T, Failure>
where
    T: FromStr<Err: Display>,
{
    coerce::formatted(reader, "a string in the field's format", |text| {
        text.parse().map_err(|error: T::Err| error.to_string())
    })
}
