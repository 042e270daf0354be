//! Untagged enums: the value itself must tell which variant it is.

use std::mem;

use crate::{
    code::Code,
    drift::DriftLog,
    json::FaultKind,
    problems::Problems,
    reader::{Failure, Reader},
};

/// How many times the text's length may be spent on trying variants: enough for any enum that is not nested in itself,
/// while nested ones cost the product of their numbers of variants.
const MAX_WORK: usize = 64;

/// Reads the value at hand as the first variant that takes it without drift, else as the first that takes it. Of those
/// that can't be meant by a value with this first byte, which `takes` tells, none is tried.
pub fn decode_untagged<'de, T>(
    reader: &mut Reader<'de>,
    name: &'static str,
    variants: &'static [&'static str],
    takes: impl Fn(u8, usize) -> bool,
    mut read: impl FnMut(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (_, first) = reader.token();
    let place = reader.json.place();
    let mut first_match = None;
    for index in (0..variants.len()).filter(|&index| first.is_none_or(|first| takes(first, index))) {
        reader.json.return_to(place);
        let trial = try_variant(reader, 0, |reader| read(reader, Some(index)))?;
        if let Some(value) = trial.value {
            let exact = trial.drift.is_clean();
            if first_match.is_none() || exact {
                first_match = Some((value, trial.drift, reader.json.place()));
            }
            if exact {
                break;
            }
        }
    }
    let Some((value, drift, end)) = first_match else {
        return Err(refuse(reader, place, name, variants, read));
    };
    reader.json.return_to(end);
    reader.drift.append(drift);
    Ok(value)
}

/// What came of trying one variant.
struct Trial<T> {
    value: Option<T>,
    problems: Problems,
    drift: DriftLog,
}

/// Reads with problems and drift kept apart; up to `listed` problems are described.
fn try_variant<'de, T>(
    reader: &mut Reader<'de>,
    listed: usize,
    read: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<Trial<T>, Failure> {
    let start = reader.json.at();
    let (problems, drift) = (reader.problems.apart(listed), reader.drift.apart());
    let problems = mem::replace(&mut reader.problems, problems);
    let drift = mem::replace(&mut reader.drift, drift);
    let value = read(reader);
    let problems = mem::replace(&mut reader.problems, problems);
    let drift = mem::replace(&mut reader.drift, drift);
    if let Err(Failure::Halted) = value {
        return Err(Failure::Halted);
    }
    spend_work(reader, start)?;
    Ok(Trial { value: value.ok().filter(|_| problems.is_empty()), problems, drift })
}

fn spend_work(reader: &mut Reader<'_>, start: usize) -> Result<(), Failure> {
    reader.work += reader.json.at() - start;
    if reader.work > reader.json.text().len().saturating_mul(MAX_WORK) {
        let message =
            format!("trying the variants of untagged enums took more than {MAX_WORK} times the text's length");
        return Err(reader.json.halt(FaultKind::Work, start, message).into());
    }
    Ok(())
}

/// Refuses the value at `place`, which no variant takes, with the first problem that each has.
#[cold]
fn refuse<'de, T>(
    reader: &mut Reader<'de>,
    place: (usize, usize),
    name: &'static str,
    variants: &'static [&'static str],
    mut read: impl FnMut(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Failure {
    reader.json.return_to(place);
    if reader.json.skip_value().is_err() {
        return Failure::Halted;
    }
    if !reader.problems.has_room() {
        reader.problems.add_at(place.0, Code::NoVariant, String::new);
        return Failure::Invalid;
    }
    let mut reasons = Vec::new();
    for (index, variant) in variants.iter().enumerate() {
        reader.json.return_to(place);
        match try_variant(reader, 1, |reader| read(reader, Some(index))) {
            Ok(trial) => reasons.push(describe(variant, &trial.problems.describe_first(reader.json.text(), place.0))),
            Err(failure) => return failure,
        }
    }
    let message = format!("no variant of `{name}` takes this value ({})", reasons.join("; "));
    reader.invalid(place.0, Code::NoVariant, |_| message)
}

/// How many Unicode scalar values a message spends on one variant: the problem of an untagged enum inside has as many
/// parts itself.
const REASON: usize = 200;

fn describe(variant: &str, problem: &str) -> String {
    match problem.char_indices().nth(REASON) {
        Some((cut, _)) => format!("`{variant}`: {}..", problem.get(..cut).unwrap_or_default()),
        None => format!("`{variant}`: {problem}"),
    }
}
