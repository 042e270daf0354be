//! Objects with known fields: what every derived model is read with.
//!
//! [`decode_record`] reads keys in the order of the fields as long as they come so (`in_order`), looks up the others
//! (`keys`), fills the slots of absent fields (`visit`, `absent_fields`), runs the rules and builds the model.
//! `ARCHITECTURE.md` in the repository shows the whole way of a payload, and says when each step is taken.

use crate::{
    decode::Decode,
    reader::{Entry, Failure, Reader},
    report::{Mark, Problems},
    shape::Shape,
};

pub(crate) mod absent_fields;
mod flatten;
pub(crate) mod flattened;
mod in_order;
pub(crate) mod keys;
pub(crate) mod of_model;
pub(crate) mod paths;
mod positions;
pub(crate) mod slot;
mod tuples;
pub(crate) mod unnamed;
pub(crate) mod validate;
pub(crate) mod visit;

use absent_fields::AbsentFields;
use keys::{Keys, NextKey};
use visit::{AtIndex, FieldVisitor, InOrder};

/// A type that is read key by key from an object, which it may share with others. The derive implements it for structs,
/// for struct variants of enums, and for enums with data.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be flattened",
    label = "has no keys, or is not a model",
    note = "flatten a struct with named fields or an enum that derives `ConnectModel`, a newtype of one, a map, a `serde_json::Value`, or an `Option` or `Box` of one"
)]
pub trait Record<'de> {
    /// The type that is built: this type itself, or the enum that this variant belongs to.
    type Model: Decode<'de>;
    /// A tuple of a [`Slot`](slot::Slot) for each field.
    type Slots;
    /// The fields and their names.
    const SHAPE: &'static Shape;
    /// Whether the container has a check of its own.
    const CHECKED: bool = false;

    /// Slots for all fields, all absent.
    fn slots() -> Self::Slots;

    /// Passes the slots of all fields to `visitor`, in the order of declaration.
    fn visit_fields<V: FieldVisitor<'de>>(_slots: &mut Self::Slots, _visitor: &mut V) -> Result<(), Failure> {
        Ok(())
    }

    /// Offers the current value, whose key belongs to no field, to the flattened fields; returns whether one took it.
    #[inline]
    fn offer(_slots: &mut Self::Slots, _entry: &Entry<'_>, _reader: &mut Reader<'de>) -> Result<bool, Failure> {
        Ok(false)
    }

    /// Reads values as long as their keys come in the order of the fields, which is how most objects are read from
    /// start to end. Any key may be left out.
    #[inline]
    fn read_in_order(slots: &mut Self::Slots, keys: &mut Keys, reader: &mut Reader<'de>) -> Result<(), Failure> {
        Self::visit_fields(slots, &mut InOrder { reader, keys, shape: Self::SHAPE })
    }

    /// Fills the slots of absent fields, or records that they are missing.
    fn fill_absent(slots: &mut Self::Slots, absent_fields: &mut AbsentFields<'_, 'de>) {
        // Nothing is read, so nothing can fail.
        let _ = Self::visit_fields(slots, absent_fields);
    }

    /// Runs the fields' rules.
    #[inline]
    fn rules(_slots: &Self::Slots, _problems: &mut Problems) {}

    /// The model, if every slot has a value.
    fn build(slots: Self::Slots) -> Result<Self::Model, Failure>;

    /// Runs the container's own check.
    #[inline]
    fn check(_model: &Self::Model, _problems: &mut Problems) {}

    /// Offers the current value, of a key in a shared object; returns whether it was taken.
    fn take(slots: &mut Self::Slots, entry: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
        match Self::SHAPE.spellings.find(entry.name) {
            Some(index) => {
                (reader.current.object, reader.current.shape) = (entry.object, Some(Self::SHAPE));
                read_field::<Self>(slots, index, reader).map(|()| true)
            }
            None if Self::SHAPE.spellings.ignores_case() => take_folded::<Self>(slots, entry, reader),
            None => Self::offer(slots, entry, reader),
        }
    }

    /// Builds the model from the keys taken from the object at the offset `object` (bytes).
    fn finish(mut slots: Self::Slots, object: usize, reader: &mut Reader<'de>) -> Result<Self::Model, Failure> {
        let mark = reader.problems.mark();
        let mut absent_fields = AbsentFields::new(reader, Self::SHAPE, object);
        absent_fields.shared = true;
        Self::fill_absent(&mut slots, &mut absent_fields);
        run_rules::<Self>(&slots, object, reader);
        build_record::<Self>(slots, object, mark, reader)
    }

    /// As [`Decode::claims`]. Generated code for flattened fields calls only this trait, so a type that can't be
    /// flattened causes one error.
    fn claims(name: &str) -> bool {
        Self::Model::claims(name)
    }

    /// As [`Decode::validate_nested`].
    fn validate(model: &Self::Model, problems: &mut Problems) {
        model.validate_nested(problems);
    }
}

/// As [`Record::take`], by case alone.
fn take_folded<'de, R: Record<'de> + ?Sized>(
    slots: &mut R::Slots,
    entry: &Entry<'_>,
    reader: &mut Reader<'de>,
) -> Result<bool, Failure> {
    let Some((spelling, index)) = R::SHAPE.spellings.find_folded(entry.name) else {
        return R::offer(slots, entry, reader);
    };
    reader.record_respelled_key(reader.current.key, spelling);
    read_field::<R>(slots, index, reader).map(|()| true)
}

/// Reads the current object.
pub fn decode_record<'de, R: Record<'de> + ?Sized>(reader: &mut Reader<'de>) -> Result<R::Model, Failure> {
    let mark = reader.problems.mark();
    let mut keys = Keys::new(R::SHAPE, reader.open_object()?);
    reader.prepare_keys(&mut keys);
    let mut slots = R::slots();
    read_keys::<R>(&mut slots, &mut keys, reader)?;
    fill_absent_fields::<R>(&mut slots, keys.start, reader);
    build_record::<R>(slots, keys.start, mark, reader)
}

/// Reads the values of all keys.
#[inline]
fn read_keys<'de, R: Record<'de> + ?Sized>(
    slots: &mut R::Slots,
    keys: &mut Keys,
    reader: &mut Reader<'de>,
) -> Result<(), Failure> {
    reader.read_in_order(keys, |reader, keys| R::read_in_order(slots, keys, reader))?;
    if !reader.try_close(keys) {
        while read_next::<R>(slots, keys, reader)? {}
    }
    Ok(())
}

/// Reads the value of the next key, whichever it is; false at the object's end.
#[inline(never)]
fn read_next<'de, R: Record<'de> + ?Sized>(
    slots: &mut R::Slots,
    keys: &mut Keys,
    reader: &mut Reader<'de>,
) -> Result<bool, Failure> {
    match reader.next_field(keys)? {
        NextKey::Field(index) => read_field::<R>(slots, index, reader)?,
        NextKey::Unknown => read_unknown::<R>(slots, keys, reader)?,
        NextKey::End => return Ok(false),
    }
    Ok(true)
}

/// Reads the current value into the slot of the field `index`, and stays at the end of the value.
#[inline]
pub(crate) fn read_field<'de, R: Record<'de> + ?Sized>(
    slots: &mut R::Slots,
    index: usize,
    reader: &mut Reader<'de>,
) -> Result<(), Failure> {
    fill_field::<R>(slots, index, reader)?;
    reader.step_back();
    Ok(())
}

/// Reads the current value into the slot of the field `index`, and moves to the next key, as
/// [`fill_with`](slot::fill_with) does.
#[inline(never)]
fn fill_field<'de, R: Record<'de> + ?Sized>(
    slots: &mut R::Slots,
    index: usize,
    reader: &mut Reader<'de>,
) -> Result<(), Failure> {
    R::visit_fields(slots, &mut AtIndex { reader, index })
}

fn read_unknown<'de, R: Record<'de> + ?Sized>(
    slots: &mut R::Slots,
    keys: &Keys,
    reader: &mut Reader<'de>,
) -> Result<(), Failure> {
    let name = reader.current_name();
    let entry = Entry { name: &name, object: keys.start };
    if reader.excludes(entry) || !R::offer(slots, &entry, reader)? {
        reader.skip_unknown_field(entry, keys.shape)?;
    }
    Ok(())
}

/// Fills the absent slots of the object at `start` and runs the fields' rules.
#[inline]
pub(crate) fn fill_absent_fields<'de, R: Record<'de> + ?Sized>(
    slots: &mut R::Slots,
    start: usize,
    reader: &mut Reader<'de>,
) {
    R::fill_absent(slots, &mut AbsentFields::new(reader, R::SHAPE, start));
    run_rules::<R>(slots, start, reader);
}

/// Runs the fields' rules.
#[inline]
pub(crate) fn run_rules<'de, R: Record<'de> + ?Sized>(slots: &R::Slots, start: usize, reader: &mut Reader<'de>) {
    let mark = reader.problems.mark();
    R::rules(slots, &mut reader.problems);
    reader.resolve_in_object(mark, R::SHAPE, start);
}

/// Builds the model of the object at `start`, and runs its own check if there are no problems since `mark`.
#[inline]
pub(crate) fn build_record<'de, R: Record<'de> + ?Sized>(
    slots: R::Slots,
    start: usize,
    mark: Mark,
    reader: &mut Reader<'de>,
) -> Result<R::Model, Failure> {
    // A model that is not checked is built in its final place.
    if !R::CHECKED {
        return R::build(slots);
    }
    let model = R::build(slots)?;
    if reader.problems.none_since(mark) && !reader.is_cut_off() {
        R::check(&model, &mut reader.problems);
        reader.resolve_in_object(mark, R::SHAPE, start);
    }
    Ok(model)
}
