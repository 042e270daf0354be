//! What can be flattened besides structs and enums: a pointer to one or an `Option` of one, maps, and types without
//! content.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    convert::identity,
    hash::{BuildHasher, Hash},
    marker::PhantomData,
    rc::Rc,
    sync::Arc,
};

use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::{Record, absent_fields::AbsentFields, keys::Keys};
use crate::{
    decode::{Decode, MapKey},
    reader::{Entry, Failure, Reader},
    report::Problems,
    shape::Shape,
    types::entries::{Entries, Filling},
};

macro_rules! flatten_pointers {
    ($([$($bounds:tt)*] $pointer:ty => $new:expr;)*) => {$(
        impl<'de, R: Record<'de, Model = R> + Decode<'de> + $($bounds)*> Record<'de> for $pointer {
            type Model = Self;
            type Slots = R::Slots;
            const SHAPE: &'static Shape = R::SHAPE;
            const CHECKED: bool = R::CHECKED;

            fn slots() -> Self::Slots {
                R::slots()
            }

            fn take(slots: &mut Self::Slots, entry: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
                R::take(slots, entry, reader)
            }

            fn read_in_order(slots: &mut Self::Slots, keys: &mut Keys, reader: &mut Reader<'de>) -> Result<(), Failure> {
                R::read_in_order(slots, keys, reader)
            }

            fn fill_absent(slots: &mut Self::Slots, absent_fields: &mut AbsentFields<'_, 'de>) {
                R::fill_absent(slots, absent_fields);
            }

            fn rules(slots: &Self::Slots, problems: &mut Problems) {
                R::rules(slots, problems);
            }

            fn build(slots: Self::Slots) -> Result<Self, Failure> {
                R::build(slots).map($new)
            }

            fn check(model: &Self, problems: &mut Problems) {
                R::check(model, problems);
            }
        }
    )*};
}

flatten_pointers! {
    [] Box<R> => Self::new;
    [] Rc<R> => Self::new;
    [] Arc<R> => Self::new;
    [Clone] Cow<'_, R> => Self::Owned;
}

/// Types without content take no key.
macro_rules! flatten_nothing {
    ($([$($generics:tt)*] $ty:ty => $value:expr;)*) => {$(
        impl<'de, $($generics)*> Record<'de> for $ty {
            type Model = Self;
            type Slots = ();
            const SHAPE: &'static Shape = &Shape::empty("nothing");

            fn slots() {}

            fn build((): ()) -> Result<Self, Failure> {
                Ok($value)
            }
        }
    )*};
}

flatten_nothing! {
    [] () => ();
    [] IgnoredAny => Self;
    [T: ?Sized] PhantomData<T> => Self;
}

/// `None` only if none of the model's keys is present.
impl<'de, R: Record<'de, Model = R> + Decode<'de>> Record<'de> for Option<R> {
    type Model = Self;
    /// The slots of the inner type, and whether it took any key.
    type Slots = (R::Slots, bool);
    const SHAPE: &'static Shape = R::SHAPE;
    const CHECKED: bool = R::CHECKED;

    fn slots() -> Self::Slots {
        (R::slots(), false)
    }

    fn take((slots, touched): &mut Self::Slots, entry: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
        let taken = R::take(slots, entry, reader)?;
        *touched |= taken;
        Ok(taken)
    }

    fn read_in_order(
        (slots, touched): &mut Self::Slots,
        keys: &mut Keys,
        reader: &mut Reader<'de>,
    ) -> Result<(), Failure> {
        let before = keys.count();
        R::read_in_order(slots, keys, reader)?;
        *touched |= keys.count() > before;
        Ok(())
    }

    fn fill_absent((slots, touched): &mut Self::Slots, absent_fields: &mut AbsentFields<'_, 'de>) {
        if *touched {
            R::fill_absent(slots, absent_fields);
        }
    }

    fn rules((slots, touched): &Self::Slots, problems: &mut Problems) {
        if *touched {
            R::rules(slots, problems);
        }
    }

    fn build((slots, touched): Self::Slots) -> Result<Self, Failure> {
        if touched { R::build(slots).map(Some) } else { Ok(None) }
    }

    fn check(model: &Self, problems: &mut Problems) {
        if let Some(model) = model {
            R::check(model, problems);
        }
    }
}

/// The entries that a map has taken so far.
#[derive(Debug)]
pub struct Taken<'de, M> {
    filling: Filling<'de, M>,
    valid: bool,
}

fn take_nothing<'de, M: Entries>() -> Taken<'de, M> {
    Taken { filling: Filling::new(), valid: true }
}

/// A map takes every key that no field before it took.
#[inline]
fn take<'de, M>(taken: &mut Taken<'de, M>, reader: &mut Reader<'de>) -> Result<bool, Failure>
where
    M: Entries<Key: Decode<'de>, Value: Decode<'de>>,
{
    let at = reader.current.key;
    let key = reader.read_current_key()?;
    match taken.filling.add(reader, at, key, |reader| M::Value::decode(reader).map(Some)) {
        Err(Failure::Halted) => return Err(Failure::Halted),
        read => taken.valid &= read.is_ok(),
    }
    Ok(true)
}

fn build<M>(taken: Taken<'_, M>) -> Result<M, Failure> {
    if taken.valid { Ok(taken.filling.map) } else { Err(Failure::Invalid) }
}

macro_rules! flatten_maps {
    ($([$($generics:tt)*] $model:ty as $map:ty => $build:expr;)*) => {$(
        impl<'de, $($generics)*> Record<'de> for $model {
            type Model = Self;
            type Slots = Taken<'de, $map>;
            const SHAPE: &'static Shape = &Shape::empty("map");

            fn slots() -> Self::Slots {
                take_nothing()
            }

            fn take(slots: &mut Self::Slots, _: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
                take(slots, reader)
            }

            fn build(slots: Self::Slots) -> Result<Self, Failure> {
                build(slots).map($build)
            }
        }
    )*};
}

flatten_maps! {
    [K: Decode<'de> + MapKey + Eq + Hash, V: Decode<'de>, S: BuildHasher + Default] HashMap<K, V, S> as Self => identity;
    [K: Decode<'de> + MapKey + Ord, V: Decode<'de>] BTreeMap<K, V> as Self => identity;
    [] Map<String, Value> as Self => identity;
    [] Value as Map<String, Value> => Value::Object;
}

#[cfg(feature = "indexmap")]
flatten_maps! {
    [K: Decode<'de> + MapKey + Eq + Hash, V: Decode<'de>, S: BuildHasher + Default] indexmap::IndexMap<K, V, S> as Self => identity;
}
