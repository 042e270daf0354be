//! Untagged enums: the variant follows from the value itself.

use std::mem;

use crate::{
    json::FaultKind,
    message::{Message, Param},
    reader::{Failure, Origin, Reader},
    report::{Code, Problems},
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
    // There, a struct may be an array, and an address may be either.
    let first = first.filter(|_| reader.policy.origin != Origin::Compact);
    let place = reader.json.place();
    let (mut drifted, mut reasons) = (None, Reasons::new(reader, variants));
    for index in (0..variants.len()).filter(|&index| first.is_none_or(|first| takes(first, index))) {
        let drift = reader.drift.mark();
        let (value, valid) = reasons.attempt(reader, start, index, |reader| read(reader, Some(index)));
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
        return Err(refuse(reader, place, name, reasons, read));
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

/// Why each variant does not match, asked for once the value around is known to be refused. An attempt then keeps its
/// first problem, so that no level is read twice for its reason: enums nested in themselves cost the square of their
/// depth. Before that, an attempt is only counted, and builds no message.
struct Reasons {
    variants: &'static [&'static str],
    found: Option<Vec<Option<String>>>,
}

impl Reasons {
    #[inline]
    fn new(reader: &Reader<'_>, variants: &'static [&'static str]) -> Self {
        let found = if reader.problems.explains() { Some(vec![None; variants.len()]) } else { None };
        Self { variants, found }
    }

    /// Reads the value at `start` as a variant; returns whether it is valid, too.
    #[inline]
    fn attempt<'de, T>(
        &mut self,
        reader: &mut Reader<'de>,
        start: usize,
        index: usize,
        read: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
    ) -> (Result<T, Failure>, bool) {
        let Some(reason) = self.found.as_mut().and_then(|found| found.get_mut(index)) else {
            let quiet = reader.problems.count_only();
            let value = read(reader);
            let valid = reader.problems.end_count_only(quiet) && value.is_ok();
            return (value, valid);
        };
        let (value, problems) = read_apart(reader, read);
        let valid = problems.is_empty() && value.is_ok();
        if !valid {
            *reason = Some(problems.describe_first(reader.json.text(), start));
        }
        (value, valid)
    }

    /// Reads the value at `place` as each variant that has no reason yet, for its first problem.
    fn complete<'de, T>(
        self,
        reader: &mut Reader<'de>,
        place: (usize, usize),
        mut read: impl FnMut(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
    ) -> Result<Vec<String>, Failure> {
        let known = self.found.unwrap_or_else(|| vec![None; self.variants.len()]);
        let mut reasons = Vec::new();
        for (index, (variant, known)) in self.variants.iter().zip(known).enumerate() {
            let reason = match known {
                Some(reason) => reason,
                None => {
                    reader.json.return_to(place);
                    first_problem(reader, self.variants.len(), |reader| read(reader, Some(index)))?
                }
            };
            reasons.push(describe(variant, &reason));
        }
        Ok(reasons)
    }
}

/// Refuses the value at `place`, which no variant matches, with the first problem of each variant.
#[cold]
fn refuse<'de, T>(
    reader: &mut Reader<'de>,
    place: (usize, usize),
    name: &'static str,
    reasons: Reasons,
    read: impl FnMut(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Failure {
    reader.json.return_to(place);
    if reader.json.skip_value().is_err() {
        return Failure::Halted;
    }
    if !reader.problems.has_room() {
        reader.problems.add_at(place.0, Code::NoVariant, String::new);
        return Failure::Invalid;
    }
    let (variants, end) = (reasons.variants, reader.json.at());
    let reasons = match reasons.complete(reader, place, read) {
        Ok(reasons) => reasons,
        Err(failure) => return failure,
    };
    reader.json.go_to(end);
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
    let (start, drift) = (reader.json.at(), reader.drift.mark());
    let (value, problems) = read_apart(reader, read);
    reader.drift.roll_back(drift);
    if let Err(Failure::Halted) = value {
        return Err(Failure::Halted);
    }
    spend_work(reader, start, variants)?;
    Ok(problems.describe_first(reader.json.text(), start))
}

/// What `read` returns, and its problems, which are not recorded; the first has its message.
#[cold]
fn read_apart<'de, T>(
    reader: &mut Reader<'de>,
    read: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> (Result<T, Failure>, Problems) {
    let first = reader.problems.apart_for_reason();
    let problems = mem::replace(&mut reader.problems, first);
    let value = read(reader);
    (value, mem::replace(&mut reader.problems, problems))
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
