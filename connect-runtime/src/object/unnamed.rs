//! Structs without named fields: units, newtypes and tuple structs.

use super::{Record, absent_fields::AbsentFields, build_record, read_field, run_rules};
use crate::{
    decode::Decode,
    reader::{Failure, Reader, containers::read_tuple},
    report::Problems,
};

/// Reads `null`, which represents a struct or variant without content.
pub fn decode_unit<T>(reader: &mut Reader<'_>, model: T) -> Result<T, Failure> {
    <()>::decode(reader).map(|()| model)
}

/// Reads the one value of a newtype and runs its rules, whose problems are reported at that value.
pub fn decode_newtype<'de, T, M>(
    reader: &mut Reader<'de>,
    rules: impl FnOnce(&T, &mut Problems),
    build: impl FnOnce(T) -> M,
    check: impl FnOnce(&M, &mut Problems),
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<M, Failure> {
    let (start, _) = reader.token();
    let mark = reader.problems.mark();
    let value = decode(reader)?;
    let before_rules = reader.problems.mark();
    rules(&value, &mut reader.problems);
    let model = build(value);
    if reader.problems.none_since(mark) {
        check(&model, &mut reader.problems);
    }
    if !reader.problems.none_since(before_rules) {
        reader.drop_unsettled(before_rules, 0);
        reader.resolve_since(before_rules, start, |_| None);
    }
    Ok(model)
}

/// Reads the current array, each item by its position.
#[inline]
pub fn decode_tuple<'de, R: Record<'de>>(reader: &mut Reader<'de>) -> Result<R::Model, Failure> {
    read_record::<R>(reader, R::SHAPE.fields.len(), |_, _, _| ())
}

/// Reads the current array of at least `least` items, each by its position; those after its end take their defaults.
#[inline]
pub fn decode_tuple_or_default<'de, R: Record<'de>>(
    reader: &mut Reader<'de>,
    least: usize,
) -> Result<R::Model, Failure> {
    read_record::<R>(reader, least, |slots, start, reader| {
        R::fill_absent(slots, &mut AbsentFields::new(reader, R::SHAPE, start));
    })
}

/// Reads the current array of at least `least` items; `fill` gives the absent ones their values.
fn read_record<'de, R: Record<'de>>(
    reader: &mut Reader<'de>,
    least: usize,
    fill: impl FnOnce(&mut R::Slots, usize, &mut Reader<'de>),
) -> Result<R::Model, Failure> {
    let (start, _) = reader.token();
    let mark = reader.problems.mark();
    let mut slots = R::slots();
    let lengths = least..=R::SHAPE.fields.len();
    let read = read_tuple(reader, &lengths, R::SHAPE.deny_unknown_fields, |reader, index| {
        read_field::<R>(&mut slots, index, reader)
    });
    if let Err(Failure::Halted) = read {
        return Err(Failure::Halted);
    }
    if read.is_ok() {
        fill(&mut slots, start, reader);
    }
    run_rules::<R>(&slots, start, reader);
    read?;
    build_record::<R>(slots, start, mark, reader)
}
