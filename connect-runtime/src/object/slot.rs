//! Holds what was read of a field until the model is built.

use crate::{
    reader::{Failure, Reader},
    report::Problems,
};

/// The state of a field.
#[derive(Debug)]
pub enum Slot<T> {
    /// Its key was not read yet.
    Absent,
    /// Its value was invalid.
    Failed,
    /// Its value was read.
    Read(T),
}

impl<T> Slot<T> {
    /// The value, if there is one.
    #[inline]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Read(value) => Some(value),
            _ => None,
        }
    }

    /// The value; if it is absent, that of the container's default, if there is one.
    #[inline]
    pub(crate) fn value_or<'a, M>(
        &'a self,
        default: Option<&'a M>,
        field: impl FnOnce(&'a M) -> &'a T,
    ) -> Option<&'a T> {
        match self {
            Self::Absent => default.map(field),
            slot => slot.value(),
        }
    }
}

/// Reads a field's value into its slot with `decode`, and moves to the next key, since most fields are read in order.
/// One function for all fields of a type keeps the generated code small.
#[inline(never)]
pub(crate) fn fill_with<'de, T>(
    slot: &mut Slot<T>,
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    if matches!(slot, Slot::Absent) || reader.takes_repeated()? {
        *slot = match decode(reader) {
            Ok(value) => Slot::Read(value),
            Err(Failure::Invalid) => Slot::Failed,
            Err(Failure::Halted) => return Err(Failure::Halted),
        };
    }
    reader.step_past_value();
    Ok(())
}

/// Reads a value into its slot, and stays at the end of the value.
#[inline]
pub(crate) fn fill<'de, T>(
    slot: &mut Slot<T>,
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    fill_with(slot, reader, decode)?;
    reader.step_back();
    Ok(())
}

/// Runs the rules of the field `name`, if it has a value.
#[inline]
pub fn check_slot<T>(
    slot: &Slot<T>,
    name: &'static str,
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
) {
    if let Some(value) = slot.value() {
        let mark = problems.mark();
        rules(value, problems);
        problems.below_key(mark, || name.to_owned());
    }
}

/// Runs the rules of the field `name`; if it is absent, on that field of the container's default, if there is one.
#[inline]
pub fn check_slot_or<T, M>(
    slot: &Slot<T>,
    default: Option<&M>,
    field: impl FnOnce(&M) -> &T,
    name: &'static str,
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
) {
    if let Some(value) = slot.value_or(default, field) {
        let mark = problems.mark();
        rules(value, problems);
        problems.below_key(mark, || name.to_owned());
    }
}
