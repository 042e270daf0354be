//! The variant of an untagged enum that a value was meant to be, although it does not match.
//!
//! It is the only variant that takes this kind of value. For an object that several take, it is the one of which most
//! required keys are there: more than half of its own, more than of any other, or as many with fewer missing. If that
//! leaves two, or none, no variant is the best.

use std::cmp::Reverse;

use super::work::read_best;
use crate::{
    drift::DriftLog,
    json::Cursor,
    reader::{Failure, Reader},
    report::Problems,
};

/// How many untagged enums, one inside another, report the problems of their best variant. Each reads what is in it again,
/// so this keeps the cost of enums nested in themselves at the square of their depth.
const MAX_EXPANDED: usize = 4;

/// The best of the `candidates`, which take this kind of value, for the value at `start`. `missing` tells how many of a
/// variant's required keys are not there.
#[cold]
pub(super) fn find<'de, T>(
    reader: &Reader<'de>,
    start: usize,
    mut candidates: impl Iterator<Item = usize>,
    missing: impl Fn(usize) -> usize,
    read: &mut impl FnMut(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Option<usize> {
    if reader.problems.explains() || reader.rare_count(|rare| rare.expanded) == MAX_EXPANDED {
        return None;
    }
    let (first, second) = (candidates.next()?, candidates.next());
    let Some(second) = second else { return Some(first) };
    if reader.json.text().bytes().get(start) != Some(&b'{') {
        return None;
    }
    let mut rank = |index| {
        let (required, missing) = (count_required(reader, |reader| read(reader, Some(index))), missing(index));
        let present = required.saturating_sub(missing);
        (present * 2 > required).then_some(((present, Reverse(missing)), index))
    };
    let ranked: Vec<_> = [first, second].into_iter().chain(candidates).filter_map(&mut rank).collect();
    let &(best, index) = ranked.iter().max()?;
    (ranked.iter().filter(|(rank, _)| *rank == best).count() == 1).then_some(index)
}

/// How many keys a variant requires: as many as are missing from an empty object.
fn count_required<'de, T>(reader: &Reader<'de>, read: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>) -> usize {
    let (json, problems) = (Cursor::again("{}".into()), Problems::of_missing_fields(0));
    let mut empty = Reader::new(json, problems, DriftLog::new(0, false), reader.policy);
    // Whether an empty object is valid does not matter.
    let _ = read(&mut empty);
    empty.problems.missing_fields()
}

/// Reads the value at `place` as the best variant, for all its problems.
#[cold]
pub(super) fn report<'de, T>(
    reader: &mut Reader<'de>,
    place: (usize, usize),
    read: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Failure {
    let drift = reader.drift.mark();
    reader.json.return_to(place);
    reader.rare().expanded += 1;
    let value = read_best(reader, read);
    reader.rare().expanded -= 1;
    reader.drift.roll_back(drift);
    if let Err(Failure::Halted) = value { Failure::Halted } else { Failure::Invalid }
}
