//! Visitors of a record's fields.
//!
//! Generated code lists every field once, in [`Record::visit_fields`](super::Record::visit_fields). The visitor decides
//! what to do with the fields: read those whose keys come in order ([`InOrder`]), read the one that was looked up
//! ([`AtIndex`]), or fill the absent ones ([`AbsentFields`]). Everything is inlined into one function per visitor,
//! which costs the same as code written by hand.

use super::{
    absent_fields::AbsentFields,
    flattened::{Flattened, read_flattened_in_order},
    keys::Keys,
    slot::{Slot, fill_with},
};
use crate::{
    reader::{Failure, Reader},
    shape::Shape,
};

/// Visits each field of a record, in the order of declaration.
pub trait FieldVisitor<'de> {
    /// A field with a key of its own: `decode` reads its value, `fill` fills its slot if it is absent, and returns
    /// false if there is no value for it.
    fn visit_field<T>(
        &mut self,
        index: usize,
        slot: &mut Slot<T>,
        fill: impl FnOnce(&mut Slot<T>) -> bool,
        decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
    ) -> Result<(), Failure>;

    /// A flattened field of this `shape`: `read` reads the values of its keys in order, `finish` builds its value from
    /// them. Does nothing unless the visitor needs one of these.
    #[inline]
    fn visit_flattened<S, T>(
        &mut self,
        _flat: &mut Flattened<S, T>,
        _shape: &'static Shape,
        _read: impl FnOnce(&mut S, &mut Keys, &mut Reader<'de>) -> Result<(), Failure>,
        _finish: impl FnOnce(&mut Flattened<S, T>, &mut AbsentFields<'_, 'de>),
    ) -> Result<(), Failure> {
        Ok(())
    }

    /// Calls `finish` once all keys are read; does nothing before.
    #[inline]
    fn finish(&mut self, _finish: impl FnOnce(&mut AbsentFields<'_, 'de>)) {}
}

/// Reads values as long as their keys come in the order of the fields.
#[derive(Debug)]
pub(crate) struct InOrder<'r, 'de> {
    pub(crate) reader: &'r mut Reader<'de>,
    pub(crate) keys: &'r mut Keys,
    pub(crate) shape: &'static Shape,
}

impl<'de> FieldVisitor<'de> for InOrder<'_, 'de> {
    #[inline]
    fn visit_field<T>(
        &mut self,
        index: usize,
        slot: &mut Slot<T>,
        _: impl FnOnce(&mut Slot<T>) -> bool,
        decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
    ) -> Result<(), Failure> {
        if self.reader.take_key(self.keys, self.shape, index) { fill_with(slot, self.reader, decode) } else { Ok(()) }
    }

    #[inline]
    fn visit_flattened<S, T>(
        &mut self,
        flat: &mut Flattened<S, T>,
        shape: &'static Shape,
        read: impl FnOnce(&mut S, &mut Keys, &mut Reader<'de>) -> Result<(), Failure>,
        _: impl FnOnce(&mut Flattened<S, T>, &mut AbsentFields<'_, 'de>),
    ) -> Result<(), Failure> {
        read_flattened_in_order(flat, shape, self.keys, self.reader, read)
    }
}

/// Reads the current value into the slot of one field.
#[derive(Debug)]
pub struct AtIndex<'r, 'de> {
    pub(crate) reader: &'r mut Reader<'de>,
    pub(crate) index: usize,
}

impl<'de> FieldVisitor<'de> for AtIndex<'_, 'de> {
    #[inline]
    fn visit_field<T>(
        &mut self,
        index: usize,
        slot: &mut Slot<T>,
        _: impl FnOnce(&mut Slot<T>) -> bool,
        decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
    ) -> Result<(), Failure> {
        if self.index == index { fill_with(slot, self.reader, decode) } else { Ok(()) }
    }
}

impl<'de> FieldVisitor<'de> for AbsentFields<'_, 'de> {
    #[inline]
    fn visit_field<T>(
        &mut self,
        index: usize,
        slot: &mut Slot<T>,
        fill: impl FnOnce(&mut Slot<T>) -> bool,
        _: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
    ) -> Result<(), Failure> {
        if let Slot::Absent = slot
            && !fill(slot)
        {
            self.record_missing(index);
        }
        Ok(())
    }

    #[inline]
    fn visit_flattened<S, T>(
        &mut self,
        flat: &mut Flattened<S, T>,
        _: &'static Shape,
        _: impl FnOnce(&mut S, &mut Keys, &mut Reader<'de>) -> Result<(), Failure>,
        finish: impl FnOnce(&mut Flattened<S, T>, &mut AbsentFields<'_, 'de>),
    ) -> Result<(), Failure> {
        finish(flat, self);
        Ok(())
    }

    #[inline]
    fn finish(&mut self, finish: impl FnOnce(&mut AbsentFields<'_, 'de>)) {
        finish(self);
    }
}

/// A field at a position, which is never absent.
#[inline]
pub fn field_at_position<'de, T>(
    visitor: &mut impl FieldVisitor<'de>,
    index: usize,
    slot: &mut Slot<T>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    visitor.visit_field(index, slot, |_| true, decode)
}

/// A field whose key must be there, whatever its type.
#[inline]
pub fn required_field<'de, T>(
    visitor: &mut impl FieldVisitor<'de>,
    index: usize,
    slot: &mut Slot<T>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    visitor.visit_field(index, slot, |_| false, decode)
}

/// A field whose type decides its value if it is absent.
#[inline]
pub fn field<'de, T>(
    visitor: &mut impl FieldVisitor<'de>,
    index: usize,
    slot: &mut Slot<T>,
    absent: impl FnOnce() -> Option<T>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    let fill = |slot: &mut Slot<T>| absent().map(|value| *slot = Slot::Read(value)).is_some();
    visitor.visit_field(index, slot, fill, decode)
}

/// A field with a default of its own.
#[inline]
pub fn field_or<'de, T>(
    visitor: &mut impl FieldVisitor<'de>,
    index: usize,
    slot: &mut Slot<T>,
    default: impl FnOnce() -> T,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    let fill = |slot: &mut Slot<T>| {
        *slot = Slot::Read(default());
        true
    };
    visitor.visit_field(index, slot, fill, decode)
}

/// A field that takes its value from the container's default, which `make` creates unless it exists.
#[inline]
pub fn field_or_container_default<'de, T, M>(
    visitor: &mut impl FieldVisitor<'de>,
    index: usize,
    slot: &mut Slot<T>,
    (default, make): (&mut Option<M>, impl FnOnce() -> M),
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    let fill = |_: &mut Slot<T>| {
        default.get_or_insert_with(make);
        true
    };
    visitor.visit_field(index, slot, fill, decode)
}

/// A flattened field.
#[inline]
pub fn flattened<'de, S, T>(
    visitor: &mut impl FieldVisitor<'de>,
    flat: &mut Flattened<S, T>,
    shape: &'static Shape,
    read: impl FnOnce(&mut S, &mut Keys, &mut Reader<'de>) -> Result<(), Failure>,
    finish: impl FnOnce(S, usize, &mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    visitor.visit_flattened(flat, shape, read, |flat, absent_fields| absent_fields.build_flattened(flat, finish))
}

/// A flattened field whose keys are not read in order: a map, or a field that is read in a mode of its own.
#[inline]
pub fn flattened_out_of_order<'de, S, T>(
    visitor: &mut impl FieldVisitor<'de>,
    flat: &mut Flattened<S, T>,
    finish: impl FnOnce(S, usize, &mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    visitor.finish(|absent_fields| absent_fields.build_flattened(flat, finish));
    Ok(())
}

/// The container's default, which is created whatever was read.
#[inline]
pub fn container_default<'de, M>(
    visitor: &mut impl FieldVisitor<'de>,
    whole: &mut Option<M>,
    make: impl FnOnce() -> M,
) -> Result<(), Failure> {
    visitor.finish(|_| _ = whole.get_or_insert_with(make));
    Ok(())
}
