//! Fields whose keys stand among those of the struct around them.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasher, Hash},
};

use serde_json::{Map, Value};

use crate::{
    decode::Decode,
    problems::Problems,
    impls::maps::{Entries, Filling},
    keys::Entry,
    many::item,
    reader::{Failure, Reader},
    record::{Record, Slot, Vacancy, build_record, settle_record},
    shape::Shape,
};

/// A type that can take keys out of an object that it does not own: models of structs, tagged enums, maps, and
/// `Option` of those.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be flattened",
    label = "has no keys, or is no model",
    note = "what is flattened is a struct with named fields or an enum with data that derives `ConnectModel`, a map, a `serde_json::Value`, or an `Option` or `Box` of one"
)]
pub trait Flatten<'de>: Decode<'de> {
    /// What was taken so far.
    type Slots;

    /// The keys that it takes, where they are known.
    const SHAPE: Option<&'static Shape> = None;

    /// Nothing taken yet.
    fn slots() -> Self::Slots;

    /// Offers the value at hand; whether it was taken.
    fn offer(slots: &mut Self::Slots, entry: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure>;

    /// As [`Decode::claims`]; generated code calls it here, so that a type that can't be flattened is one error.
    fn takes(name: &str) -> bool {
        Self::claims(name)
    }

    /// As [`Decode::validate_nested`].
    fn validate_flat(&self, problems: &mut Problems) {
        self.validate_nested(problems);
    }

    /// The value made of what was taken from the object at the offset `object` (bytes).
    fn finish(slots: Self::Slots, object: usize, reader: &mut Reader<'de>) -> Result<Self, Failure>;
}

/// What has become of a flattened field so far.
#[derive(Debug)]
pub struct Flat<S, T> {
    slots: Option<S>,
    /// The field's value, once the object is read.
    pub value: Slot<T>,
}

impl<S, T> Flat<S, T> {
    /// Nothing taken yet.
    pub fn new(slots: impl FnOnce() -> S) -> Self {
        Self { slots: Some(slots()), value: Slot::Absent }
    }
}

/// Offers the value at hand to a flattened field; whether it was taken.
pub fn offer_flat<'de, S, T>(
    flat: &mut Flat<S, T>,
    entry: &Entry<'_>,
    reader: &mut Reader<'de>,
    offer: impl FnOnce(&mut S, &Entry<'_>, &mut Reader<'de>) -> Result<bool, Failure>,
) -> Result<bool, Failure> {
    flat.slots.as_mut().map_or(Ok(false), |slots| offer(slots, entry, reader))
}

/// Runs the rules of a flattened field, if it has a value.
pub fn check_flat<S, T>(flat: &Flat<S, T>, problems: &mut Problems, rules: impl FnOnce(&T, &mut Problems)) {
    if let Some(value) = flat.value.value() {
        rules(value, problems);
    }
}

impl<'de> Vacancy<'_, 'de> {
    /// `strict` on a flattened field.
    pub fn strict(&mut self, settle: impl FnOnce(&mut Vacancy<'_, 'de>)) {
        let Vacancy { shape, start, .. } = *self;
        self.reader.strictly(|reader| settle(&mut Vacancy { reader, shape, start }));
    }

    /// `sensitive` on a flattened field.
    pub fn sensitive(&mut self, settle: impl FnOnce(&mut Vacancy<'_, 'de>)) {
        let Vacancy { shape, start, .. } = *self;
        self.reader.secretly(|reader| settle(&mut Vacancy { reader, shape, start }));
    }

    /// Makes the value of a flattened field.
    pub fn settle_flat<S, T>(
        &mut self,
        flat: &mut Flat<S, T>,
        finish: impl FnOnce(S, usize, &mut Reader<'de>) -> Result<T, Failure>,
    ) {
        if let Some(slots) = flat.slots.take() {
            flat.value = finish(slots, self.start, self.reader).map_or(Slot::Failed, Slot::Read);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<'de, R: Record<'de, Model = R> + Decode<'de>> Flatten<'de> for R {
    type Slots = R::Slots;
    const SHAPE: Option<&'static Shape> = Some(R::SHAPE);

    fn slots() -> Self::Slots {
        R::slots()
    }

    fn offer(slots: &mut Self::Slots, entry: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
        match R::SHAPE.spellings.find(entry.name) {
            Some(index) => R::read(slots, index, reader).map(|()| true),
            None => R::offer(slots, entry, reader),
        }
    }

    fn finish(mut slots: Self::Slots, object: usize, reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let mark = reader.problems.mark();
        settle_record::<R>(&mut slots, object, reader);
        build_record::<R>(slots, object, mark, reader)
    }
}

/// None only if none of its keys was there.
impl<'de, T: Flatten<'de>> Flatten<'de> for Option<T> {
    type Slots = (T::Slots, bool);
    const SHAPE: Option<&'static Shape> = T::SHAPE;

    fn slots() -> Self::Slots {
        (T::slots(), false)
    }

    fn offer(slots: &mut Self::Slots, entry: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
        let taken = T::offer(&mut slots.0, entry, reader)?;
        slots.1 |= taken;
        Ok(taken)
    }

    fn finish(slots: Self::Slots, object: usize, reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let (slots, touched) = slots;
        if touched { T::finish(slots, object, reader).map(Some) } else { Ok(None) }
    }
}

/// What a flattened map took so far.
#[derive(Debug)]
pub struct Taken<'de, M> {
    filling: Filling<'de, M>,
    valid: bool,
}

fn take_nothing<'de, M: Entries<'de>>() -> Taken<'de, M> {
    Taken { filling: Filling::new(), valid: true }
}

/// A map takes every key that nobody before it did.
fn take<'de, M: Entries<'de>>(taken: &mut Taken<'de, M>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
    reader.return_to_key();
    match taken.filling.read(reader, item) {
        Err(Failure::Halted) => return Err(Failure::Halted),
        read => taken.valid &= read.is_ok(),
    }
    Ok(true)
}

fn finish<M>(taken: Taken<'_, M>) -> Result<M, Failure> {
    if taken.valid { Ok(taken.filling.map) } else { Err(Failure::Invalid) }
}

macro_rules! flatten_maps {
    ($([$($generics:tt)*] $map:ty;)*) => {$(
        impl<'de, $($generics)*> Flatten<'de> for $map {
            type Slots = Taken<'de, Self>;

            fn slots() -> Self::Slots {
                take_nothing()
            }

            fn offer(slots: &mut Self::Slots, _: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
                take(slots, reader)
            }

            fn finish(slots: Self::Slots, _: usize, _: &mut Reader<'de>) -> Result<Self, Failure> {
                finish(slots)
            }
        }
    )*};
}

flatten_maps! {
    [K: Decode<'de> + Eq + Hash, V: Decode<'de>, S: BuildHasher + Default] HashMap<K, V, S>;
    [K: Decode<'de> + Ord, V: Decode<'de>] BTreeMap<K, V>;
    [] Map<String, Value>;
}

#[cfg(feature = "indexmap")]
flatten_maps! { [K: Decode<'de> + Eq + Hash, V: Decode<'de>, S: BuildHasher + Default] indexmap::IndexMap<K, V, S>; }

/// An object of all the keys that nobody before it took.
impl<'de> Flatten<'de> for Value {
    type Slots = Taken<'de, Map<String, Value>>;

    fn slots() -> Self::Slots {
        take_nothing()
    }

    fn offer(slots: &mut Self::Slots, _: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
        take(slots, reader)
    }

    fn finish(slots: Self::Slots, _: usize, _: &mut Reader<'de>) -> Result<Self, Failure> {
        finish(slots).map(Self::Object)
    }
}
