//! Runs the rules of a model's fields or items, and adds their names or indexes to the paths of what they find.

use super::slot::Slot;
use crate::report::Problems;

/// Runs the rules of the models inside the field `name`.
#[inline]
pub fn validate_field<T>(
    value: &T,
    name: &'static str,
    problems: &mut Problems,
    nested: impl FnOnce(&T, &mut Problems),
) {
    let mark = problems.mark();
    nested(value, problems);
    problems.below_key(mark, || name.to_owned());
}

/// Runs the rules of the models inside the field `name`, then its own.
#[inline]
pub fn validate_field_with<T>(
    value: &T,
    name: &'static str,
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
    nested: impl FnOnce(&T, &mut Problems),
) {
    let mark = problems.mark();
    nested(value, problems);
    rules(value, problems);
    problems.below_key(mark, || name.to_owned());
}

/// Runs the rules of the item `index` of a tuple struct, if it has a value.
pub fn check_item<T>(slot: &Slot<T>, index: usize, problems: &mut Problems, rules: impl FnOnce(&T, &mut Problems)) {
    if let Some(value) = slot.value() {
        let mark = problems.mark();
        rules(value, problems);
        problems.below_index(mark, index);
    }
}

/// Runs the rules of the item `index` of a tuple struct; if it is absent, on that item of the container's default.
pub fn check_item_or<T, M>(
    slot: &Slot<T>,
    default: Option<&M>,
    item: impl FnOnce(&M) -> &T,
    index: usize,
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
) {
    if let Some(value) = slot.value_or(default, item) {
        let mark = problems.mark();
        rules(value, problems);
        problems.below_index(mark, index);
    }
}

/// Runs the rules of the models inside the item `index` of a tuple struct.
pub fn validate_item<T>(value: &T, index: usize, problems: &mut Problems, nested: impl FnOnce(&T, &mut Problems)) {
    let mark = problems.mark();
    nested(value, problems);
    problems.below_index(mark, index);
}

/// Runs the rules of the models inside the item `index` of a tuple struct, then its own.
pub fn validate_item_with<T>(
    value: &T,
    index: usize,
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
    nested: impl FnOnce(&T, &mut Problems),
) {
    let mark = problems.mark();
    nested(value, problems);
    rules(value, problems);
    problems.below_index(mark, index);
}
