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
};

/// A type that can take keys out of an object that it does not own: models of structs, tagged enums, maps, and
/// `Option` of those.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be flattened",
    label = "neither a model of a struct or tagged enum, nor a map",
    note = "flatten a struct or tagged enum that derives `ConnectModel`, a `HashMap` or `BTreeMap`, or an `Option` of one"
)]
pub trait Flatten<'de>: Decode<'de> {
    /// What was taken so far.
    type Slots;

    /// Nothing taken yet.
    fn slots() -> Self::Slots;

    /// Offers the value at hand; whether it was taken.
    fn offer(slots: &mut Self::Slots, entry: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure>;

    /// The value made of what was taken from the object at the offset `object` (bytes).
    fn finish(slots: Self::Slots, object: usize, reader: &mut Reader<'de>) -> Result<Self, Failure>;
}

/// What has become of a flattened field so far.
#[derive(Debug)]
pub struct Flat<'de, T: Flatten<'de>> {
    slots: Option<T::Slots>,
    /// The field's value, once the object is read.
    pub value: Slot<T>,
}

impl<'de, T: Flatten<'de>> Flat<'de, T> {
    /// Nothing taken yet.
    #[expect(clippy::new_without_default, reason = "generated code calls it by this name")]
    pub fn new() -> Self {
        Self { slots: Some(T::slots()), value: Slot::Absent }
    }

    /// Offers the value at hand; whether it was taken.
    pub fn offer(&mut self, entry: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
        self.slots.as_mut().map_or(Ok(false), |slots| T::offer(slots, entry, reader))
    }
}

/// Runs the rules of a flattened field, if it has a value.
pub fn check_flat<'de, T: Flatten<'de>>(
    flat: &Flat<'de, T>,
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
) {
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
    pub fn settle_flat<T: Flatten<'de>>(&mut self, flat: &mut Flat<'de, T>) {
        if let Some(slots) = flat.slots.take() {
            flat.value = T::finish(slots, self.start, self.reader).map_or(Slot::Failed, Slot::Read);
        }
    }
}

impl<'de, R: Record<'de, Model = R> + Decode<'de>> Flatten<'de> for R {
    type Slots = R::Slots;

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
