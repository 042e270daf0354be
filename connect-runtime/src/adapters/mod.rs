//! Field attributes that change how a type is read.
//!
//! Each adapter takes the inner read as `decode`, so adapters nest.

use std::mem;

use crate::{
    drift::DriftKind,
    reader::{Failure, Reader},
    report::Problems,
};

pub(crate) mod foreign;
pub(crate) mod items;
pub(crate) mod json_string;
pub(crate) mod keyed;
pub(crate) mod normalize;
pub(crate) mod optional_with;
pub(crate) mod sentinels;
pub(crate) mod text;
pub(crate) mod whole;

/// `strict`: coercion is refused, in everything that the value contains.
pub fn strict<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    reader.with_strict(decode)
}

/// `sensitive`: the value's text is kept out of messages and drift.
pub fn sensitive<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    reader.with_redaction(decode)
}

/// `fallback`: an invalid value, or one that violates the field's `rules`, becomes the default, which is drift.
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
    match attempt(reader, DriftKind::Replaced, start, rules, decode)? {
        Some(value) => Ok(value),
        None => Ok(default()),
    }
}

/// Reads the value at the offset `start`; `None`, which is drift of this `kind`, if it is invalid or violates the
/// `rules`.
pub(crate) fn attempt<'de, T>(
    reader: &mut Reader<'de>,
    kind: DriftKind,
    start: usize,
    rules: impl FnOnce(&T, &mut Problems),
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    let drift = reader.drift.mark();
    // The first problem is the reason.
    let apart = reader.problems.apart(usize::from(reader.drift.has_room(kind)));
    let problems = mem::replace(&mut reader.problems, apart);
    let result = decode(reader);
    if let Ok(value) = &result {
        rules(value, &mut reader.problems);
    }
    let apart = mem::replace(&mut reader.problems, problems);
    if result.is_ok() && apart.is_empty() {
        return result.map(Some);
    }
    reader.drift.roll_back(drift);
    // What ended the run is not among the problems.
    if let Err(Failure::Halted) = result {
        return Err(Failure::Halted);
    }
    reader.record_drift_with(kind, start, |text| apart.describe_first(text, start));
    Ok(None)
}

/// Skips the current value, whatever it is.
pub fn skip(reader: &mut Reader<'_>) -> Result<(), Failure> {
    Ok(reader.json.skip_value()?)
}
