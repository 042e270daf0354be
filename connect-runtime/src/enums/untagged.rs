//! Untagged enums: the variant follows from the value itself.

use std::mem;

use crate::{
    json::FaultKind,
    message::{Message, Param},
    reader::{Failure, Reader},
    report::Code,
};

/// The limit of what is read again because a variant did not match, in multiples of the input's length. Enums that are
/// nested in themselves can cost the product of their numbers of variants.
const MAX_WORK: usize = 64;

/// The limit in bytes for short inputs, which are read in a few milliseconds however often they are read again.
const MIN_WORK: usize = 1 << 20;

/// Reads the current value as the first variant that matches it without drift, else as the first that matches it.
/// Variants that can't match its first byte, which `takes` decides, are not tried.
pub fn decode_untagged<'de, T>(
    reader: &mut Reader<'de>,
    name: &'static str,
    variants: &'static [&'static str],
    takes: impl Fn(u8, usize) -> bool,
    mut read: impl FnMut(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, first) = reader.token();
    let place = reader.json.place();
    let mut drifted = None;
    for index in (0..variants.len()).filter(|&index| first.is_none_or(|first| takes(first, index))) {
        let (quiet, drift) = (reader.problems.count_only(), reader.drift.mark());
        let value = read(reader, Some(index));
        let valid = reader.problems.end_count_only(quiet) && value.is_ok();
        if let Err(Failure::Halted) = value {
            return value;
        }
        if valid && reader.drift.none_since(drift) {
            return value;
        }
        if valid && drifted.is_none() {
            drifted = Some((value, reader.drift.take_since(drift), reader.json.at()));
        }
        reader.drift.roll_back(drift);
        spend_work(reader, start, variants.len())?;
        reader.json.return_to(place);
    }
    let Some((value, notes, end)) = drifted else {
        return Err(refuse(reader, place, name, variants, read));
    };
    reader.json.go_to(end);
    reader.drift.append(&notes);
    value
}

/// Charges an attempt to read the value from `start` to here, which is read again. Each variant may be tried twice: to
/// find the one that matches, and to say why none does.
#[inline]
fn spend_work(reader: &mut Reader<'_>, start: usize, variants: usize) -> Result<(), Failure> {
    reader.work += reader.json.at() - start;
    if reader.work <= MIN_WORK {
        return Ok(());
    }
    let limit = reader.json.text().len().saturating_mul(MAX_WORK.max(2 * variants));
    if reader.work > limit { Err(too_much_work(reader, start)) } else { Ok(()) }
}

#[cold]
fn too_much_work(reader: &mut Reader<'_>, start: usize) -> Failure {
    let params = [("actual", reader.work.into())];
    let text = "trying the variants of untagged enums read {actual} bytes again, too many for this input";
    let message = Message::fill(text, params);
    reader.json.halt(FaultKind::Work, start, message).into()
}

/// Refuses the value at `place`, which no variant matches, with the first problem of each variant.
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
        match first_problem(reader, variants.len(), |reader| read(reader, Some(index))) {
            Ok(problem) => reasons.push(describe(variant, &problem)),
            Err(failure) => return failure,
        }
    }
    let text = format!("no variant of `{name}` matches this value ({})", reasons.join("; "));
    let params = [("model", name.into()), ("choices", variants.into()), ("reasons", Param::List(reasons))];
    reader.invalid(place.0, Code::NoVariant, |_| Message::of(text, params))
}

/// The first problem of the current value as `read` reads it; nothing is recorded.
fn first_problem<'de, T>(
    reader: &mut Reader<'de>,
    variants: usize,
    read: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<String, Failure> {
    let start = reader.json.at();
    let one = reader.problems.apart(1);
    let (problems, drift) = (mem::replace(&mut reader.problems, one), reader.drift.mark());
    let value = read(reader);
    let one = mem::replace(&mut reader.problems, problems);
    reader.drift.roll_back(drift);
    if let Err(Failure::Halted) = value {
        return Err(Failure::Halted);
    }
    spend_work(reader, start, variants)?;
    Ok(one.describe_first(reader.json.text(), start))
}

/// The most Unicode scalar values that a message spends on one variant, since the message of a nested untagged enum is
/// long itself.
const MAX_REASON: usize = 200;

fn describe(variant: &str, problem: &str) -> String {
    match problem.char_indices().nth(MAX_REASON) {
        Some((cut, _)) => format!("`{variant}`: {}..", problem.get(..cut).unwrap_or_default()),
        None => format!("`{variant}`: {problem}"),
    }
}
