//! Untagged enums: the variant follows from the value itself.

use std::mem;

use super::{
    best,
    work::{allows_best, spend_work},
};
use crate::{
    message::{Message, Param},
    reader::{Failure, Origin, Reader},
    report::{Code, Problems},
};

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
    let candidates = || (0..variants.len()).filter(|&index| first.is_none_or(|first| takes(first, index)));
    for index in candidates() {
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
        return Err(refuse(reader, place, name, reasons, candidates(), read));
    };
    reader.json.go_to(end);
    reader.drift.append(&notes);
    value
}

/// Why a variant does not match.
#[derive(Debug, Clone)]
struct Reason {
    /// Its first problem.
    text: String,
    /// How many of its fields are missing from the object itself.
    missing: usize,
}

/// Why each variant does not match, asked for once the value around is known to be refused. An attempt then keeps its
/// first problem, so that no level is read twice for its reason: enums nested in themselves cost the square of their
/// depth. Before that, an attempt is only counted, and builds no message.
struct Reasons {
    variants: &'static [&'static str],
    found: Option<Vec<Option<Reason>>>,
    /// How much work was done before this value.
    entered: usize,
}

impl Reasons {
    #[inline]
    fn new(reader: &Reader<'_>, variants: &'static [&'static str]) -> Self {
        let found = if reader.problems.explains() { Some(vec![None; variants.len()]) } else { None };
        Self { variants, found, entered: reader.work }
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
        let (value, problems) = read_apart(reader, start, read);
        let valid = problems.is_empty() && value.is_ok();
        if !valid {
            *reason = Some(Reason::of(&problems, reader, start));
        }
        (value, valid)
    }

    /// Reads the value at `place` as each variant that has no reason yet, for its first problem.
    fn complete<'de, T>(
        self,
        reader: &mut Reader<'de>,
        place: (usize, usize),
        read: &mut impl FnMut(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
    ) -> Result<Vec<Reason>, Failure> {
        let known = self.found.unwrap_or_else(|| vec![None; self.variants.len()]);
        let mut reasons = Vec::new();
        for (index, known) in known.into_iter().enumerate() {
            reasons.push(match known {
                Some(reason) => reason,
                None => {
                    reader.json.return_to(place);
                    first_problem(reader, self.variants.len(), |reader| read(reader, Some(index)))?
                }
            });
        }
        Ok(reasons)
    }
}

impl Reason {
    fn of(problems: &Problems, reader: &Reader<'_>, start: usize) -> Self {
        Self { text: problems.describe_first(reader.json.text(), start), missing: problems.missing_fields() }
    }
}

/// Refuses the value at `place`, which no variant matches: with all problems of the best of the `candidates`, which are the
/// variants that take this kind of value, or with the first problem of each variant.
#[cold]
fn refuse<'de, T>(
    reader: &mut Reader<'de>,
    place: (usize, usize),
    name: &'static str,
    reasons: Reasons,
    candidates: impl Iterator<Item = usize>,
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
    let (end, variants) = (reader.json.at(), reasons.variants);
    let entered = reasons.entered;
    let reasons = match reasons.complete(reader, place, &mut read) {
        Ok(reasons) => reasons,
        Err(failure) => return failure,
    };
    let spent = reader.work.saturating_sub(entered);
    let missing = |index: usize| reasons.get(index).map_or(0, |reason| reason.missing);
    if allows_best(reader, spent, variants.len())
        && let Some(best) = best::find(reader, place.0, candidates, missing, &mut read)
        && let Some(variant) = variants.get(best)
    {
        let text = "no variant of `{model}` matches this value; `{nearest}` fits best, with these problems";
        let params = [("model", name.into()), ("nearest", (*variant).into()), ("choices", variants.into())];
        reader.problems.add_at(place.0, Code::NoVariant, || Message::fill(text, params));
        return best::report(reader, place, |reader| read(reader, Some(best)));
    }
    reader.json.go_to(end);
    let reasons: Vec<String> =
        variants.iter().zip(&reasons).map(|(variant, reason)| describe(variant, &reason.text)).collect();
    let text = format!("no variant of `{name}` matches this value ({})", reasons.join("; "));
    let params = [("model", name.into()), ("choices", variants.into()), ("reasons", Param::List(reasons))];
    reader.invalid(place.0, Code::NoVariant, |_| Message::of(text, params))
}

/// The first problem of the current value as `read` reads it; nothing is recorded.
fn first_problem<'de, T>(
    reader: &mut Reader<'de>,
    variants: usize,
    read: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<Reason, Failure> {
    let (start, drift) = (reader.json.at(), reader.drift.mark());
    let (value, problems) = read_apart(reader, start, read);
    reader.drift.roll_back(drift);
    if let Err(Failure::Halted) = value {
        return Err(Failure::Halted);
    }
    spend_work(reader, start, variants)?;
    Ok(Reason::of(&problems, reader, start))
}

/// What `read` returns for the value at `start`, and its problems, which are not recorded; the first has its message.
#[cold]
fn read_apart<'de, T>(
    reader: &mut Reader<'de>,
    start: usize,
    read: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> (Result<T, Failure>, Problems) {
    let first = reader.problems.apart_for_reason(start);
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
