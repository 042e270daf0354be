//! The limit of what untagged enums read again.

use crate::{
    json::FaultKind,
    message::Message,
    reader::{Failure, Reader},
};

/// The limit of what is read again because a variant did not match, in multiples of the input's length. Enums that are
/// nested in themselves can cost the product of their numbers of variants.
const MAX_WORK: usize = 64;

/// The limit in bytes for short inputs, which are read in a few milliseconds however often they are read again.
const MIN_WORK: usize = 1 << 20;

/// Charges an attempt to read the value from `start` to here, which is read again. Each variant may be tried twice: to
/// find the one that matches, and to say why none does.
#[inline]
pub(super) fn spend_work(reader: &mut Reader<'_>, start: usize, variants: usize) -> Result<(), Failure> {
    reader.work += reader.json.at() - start;
    if reader.work <= MIN_WORK || reader.work <= limit(reader, variants) {
        return Ok(());
    }
    Err(too_much_work(reader, start))
}

fn limit(reader: &Reader<'_>, variants: usize) -> usize {
    reader.all_bytes().saturating_mul(MAX_WORK.max(2 * variants)).max(MIN_WORK)
}

/// Whether a value that took `spent` bytes of work may be read once more for all problems of its best variant, of an enum
/// with so many `variants`. It takes about as much again.
pub(super) fn allows_best(reader: &Reader<'_>, spent: usize, variants: usize) -> bool {
    reader.rare_count(|rare| rare.work_for_best).saturating_add(spent) <= limit(reader, variants)
}

/// Reads a value once more with `read`. That work has a limit of its own, so that it does not keep other values from being
/// read.
pub(super) fn read_best<'de, T>(reader: &mut Reader<'de>, read: impl FnOnce(&mut Reader<'de>) -> T) -> T {
    let (outer, start) = (std::mem::take(&mut reader.work), reader.json.at());
    let value = read(reader);
    let again = reader.json.at().saturating_sub(start).saturating_add(reader.work);
    let rare = reader.rare();
    rare.work_for_best = rare.work_for_best.saturating_add(again);
    reader.work = outer;
    value
}

#[cold]
fn too_much_work(reader: &mut Reader<'_>, start: usize) -> Failure {
    let params = [("actual", reader.work.into())];
    let text = "trying the variants of untagged enums read {actual} bytes again, too many for this input";
    let message = Message::fill(text, params);
    reader.json.halt(FaultKind::Work, start, message).into()
}
