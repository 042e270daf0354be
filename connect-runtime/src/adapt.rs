//! What field attributes put around a type's own way of being read.
//!
//! Each takes the reading inside as `decode`, so that they nest.

use std::{fmt::Display, str::FromStr};

use serde::Deserialize;
use serde_json::de::StrRead;

use crate::{
    code::Code,
    coerce,
    drift::DriftKind,
    problems::Problems,
    reader::{Failure, Reader},
    rejection::Rejection,
    rules,
    with::Text,
};

/// `strict`: coercion is refused, in all that the value contains.
pub fn strict<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    reader.strictly(decode)
}

/// `sensitive`: no text of the value gets into a message or drift.
pub fn sensitive<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    reader.secretly(decode)
}

/// `null_as_default`: null is the default, and drift.
pub fn null_as_default<'de, T>(
    reader: &mut Reader<'de>,
    default: impl FnOnce() -> T,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, first) = reader.token();
    if first != Some(b'n') {
        return decode(reader);
    }
    reader.json.expect_literal("null")?;
    if reader.policy.strict {
        let message = |_: &Reader<'_>| "expected a value, found `null` (strict)".to_owned();
        return Err(reader.invalid(start, Code::WrongType, message));
    }
    reader.drifted(DriftKind::NullDefaulted, start);
    Ok(default())
}

/// `empty_as_none`: `""` is none.
pub fn empty_as_none<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<Option<T>, Failure>,
) -> Result<Option<T>, Failure> {
    reader.token();
    if reader.json.eat_literal("\"\"") { Ok(None) } else { decode(reader) }
}

/// `fallback`: an invalid value, or one that breaks the field's `rules`, becomes the default, and drift.
pub fn fallback<'de, T>(
    reader: &mut Reader<'de>,
    default: impl FnOnce() -> T,
    rules: impl FnOnce(&T, &mut Problems),
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    if reader.policy.strict {
        return decode(reader);
    }
    let (start, _) = reader.token();
    match attempt(reader, rules, decode)? {
        Some(value) => Ok(value),
        None => {
            reader.drifted(DriftKind::Replaced, start);
            Ok(default())
        }
    }
}

/// Reads a value; none, with nothing on record, if it is invalid or breaks the `rules`.
pub(crate) fn attempt<'de, T>(
    reader: &mut Reader<'de>,
    rules: impl FnOnce(&T, &mut Problems),
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    let (problems, drift) = (reader.problems.mark(), reader.drift.mark());
    let value = match decode(reader) {
        Err(Failure::Halted) => return Err(Failure::Halted),
        value => value.ok(),
    };
    if let Some(value) = &value {
        rules(value, &mut reader.problems);
    }
    if reader.problems.none_since(problems) {
        return Ok(value);
    }
    reader.problems.roll_back(problems);
    reader.drift.roll_back(drift);
    Ok(None)
}

/// An adapter for the type inside an `Option`; null is none.
pub fn optional<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    if reader.token().1 != Some(b'n') {
        return decode(reader).map(Some);
    }
    reader.json.expect_literal("null")?;
    Ok(None)
}

/// `with = module`: the module's function gets the value's JSON text.
pub fn with<'de, T, E: Into<Rejection>>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&Text<'de>) -> Result<T, E>,
) -> Result<T, Failure> {
    let (start, _) = reader.token();
    reader.json.skip_value()?;
    let text = Text::new(reader.json.since(start));
    let value = decode(&text).map_err(|error| reject(reader, start, error.into()))?;
    if text.was_coerced() {
        reader.coerced(start, "a value that needs no coercion")?;
    }
    Ok(value)
}

#[cold]
fn reject(reader: &mut Reader<'_>, start: usize, rejection: Rejection) -> Failure {
    let mark = reader.problems.mark();
    let rejection = if rejection.code == "custom" { rejection.code("invalid_value") } else { rejection };
    rules::check(Err(rejection), &[], &mut reader.problems);
    reader.place_since(mark, start, |key, name| key == name);
    Failure::Invalid
}

/// `serde`: the type's own `Deserialize`.
pub fn via_serde<'de, T: Deserialize<'de>>(reader: &mut Reader<'de>) -> Result<T, Failure> {
    via_serde_with(reader, |deserializer| T::deserialize(deserializer))
}

/// serde's `with` and `deserialize_with`: a function of the kind of `Deserialize::deserialize`.
pub fn via_serde_with<'de, T>(
    reader: &mut Reader<'de>,
    deserialize: impl FnOnce(&mut serde_json::Deserializer<StrRead<'de>>) -> Result<T, serde_json::Error>,
) -> Result<T, Failure> {
    let (start, _) = reader.token();
    reader.json.skip_value()?;
    let mut deserializer = serde_json::Deserializer::from_str(reader.json.since(start));
    deserialize(&mut deserializer).map_err(|error| {
        reader.invalid(start, Code::InvalidValue, |reader| describe(reader, start, &error.to_string()))
    })
}

/// Passes the value at hand, whatever it is.
pub fn skip(reader: &mut Reader<'_>) -> Result<(), Failure> {
    Ok(reader.json.skip_value()?)
}

/// `serde_json` counts lines and columns from the value's start, which would mislead.
fn describe(reader: &Reader<'_>, start: usize, error: &str) -> String {
    if reader.is_sensitive() {
        return format!("{} is not valid", reader.show(start));
    }
    error.rsplit_once(" at line ").map_or(error, |(message, _)| message).to_owned()
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
