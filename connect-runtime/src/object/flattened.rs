//! Flattened fields, whose keys are in the object of the surrounding struct.

use super::{absent_fields::AbsentFields, keys::Keys, slot::Slot};
use crate::{
    reader::{Entry, Failure, Reader},
    report::Problems,
    shape::Shape,
};

/// The state of a flattened field.
#[derive(Debug)]
pub struct Flattened<S, T> {
    slots: Option<S>,
    /// The field's value, once the object is read.
    pub value: Slot<T>,
}

impl<S, T> Flattened<S, T> {
    /// Nothing taken yet.
    pub fn new(slots: impl FnOnce() -> S) -> Self {
        Self { slots: Some(slots()), value: Slot::Absent }
    }
}

/// Offers the current value to a flattened field; returns whether it was taken.
pub fn offer_to_flattened<'de, S, T>(
    flat: &mut Flattened<S, T>,
    entry: &Entry<'_>,
    reader: &mut Reader<'de>,
    take: impl FnOnce(&mut S, &Entry<'_>, &mut Reader<'de>) -> Result<bool, Failure>,
) -> Result<bool, Failure> {
    flat.slots.as_mut().map_or(Ok(false), |slots| take(slots, entry, reader))
}

/// Reads values as long as their keys come in the order of the fields of the flattened field, given by `shape`.
#[inline]
pub(crate) fn read_flattened_in_order<'de, S, T>(
    flat: &mut Flattened<S, T>,
    shape: &'static Shape,
    keys: &mut Keys,
    reader: &mut Reader<'de>,
    read: impl FnOnce(&mut S, &mut Keys, &mut Reader<'de>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    match &mut flat.slots {
        Some(slots) if reader.can_read_in_order(keys, shape) => keys.within_flattened(|keys| read(slots, keys, reader)),
        _ => Ok(()),
    }
}

/// Runs the rules of a flattened field, if it has a value.
pub fn check_flattened<S, T>(flat: &Flattened<S, T>, problems: &mut Problems, rules: impl FnOnce(&T, &mut Problems)) {
    if let Some(value) = flat.value.value() {
        rules(value, problems);
    }
}

/// Runs the rules of the models inside a flattened field. The value is no argument of `validate` in generated code, where
/// a type that can't be flattened would be a second error at it.
pub fn validate_flattened<T>(value: &T, problems: &mut Problems, validate: impl FnOnce(&T, &mut Problems)) {
    validate(value, problems);
}

impl<'de> AbsentFields<'_, 'de> {
    /// Builds the value of a flattened field.
    pub fn build_flattened<S, T>(
        &mut self,
        flat: &mut Flattened<S, T>,
        finish: impl FnOnce(S, usize, &mut Reader<'de>) -> Result<T, Failure>,
    ) {
        if let Some(slots) = flat.slots.take() {
            flat.value = finish(slots, self.start, self.reader).map_or(Slot::Failed, Slot::Read);
        }
    }
}
