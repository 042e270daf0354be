//! The partial forms of text, of lists, maps and pointers, and of JSON values: as much of them as there is.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    hash::{BuildHasher, Hash},
    rc::Rc,
    sync::Arc,
};

use serde_json::{Map, Value};

use super::{
    model::{PartialModel, PartialRecord},
    parts::{Part, Parts},
};
use crate::{
    decode::{DecodeOwned, MapKey},
    reader::Failure,
};

/// Types of which the start is a value too: text, and JSON of any shape.
macro_rules! parts_of_starts {
    ($($type:ty)*) => {$(
        impl PartialModel for $type {
            type Partial = Self;

            fn into_partial(self) -> Self {
                self
            }

            fn read_part(parts: &mut Parts<'_, '_>) -> Part<Self> {
                parts.start()
            }
        }
    )*};
}

parts_of_starts! { String Box<str> Rc<str> Arc<str> Value Map<String, Value> }

/// Null is `None`, and so is a value of which there is nothing yet.
impl<T: PartialModel> PartialModel for Option<T> {
    type Partial = Option<T::Partial>;

    fn into_partial(self) -> Self::Partial {
        self.map(T::into_partial)
    }

    fn read_part(parts: &mut Parts<'_, '_>) -> Part<Self::Partial> {
        if parts.first() == Some(b'n') { parts.skip() } else { Ok(T::read_part(parts)?.map(Some)) }
    }
}

/// `None` until one of the keys is there.
impl<R: PartialRecord> PartialRecord for Option<R> {
    fn take_part(partial: &mut Self::Partial, name: &str, parts: &mut Parts<'_, '_>) -> Result<bool, Failure> {
        let (was_there, mut inside) = (partial.is_some(), partial.take().unwrap_or_default());
        let taken = R::take_part(&mut inside, name, parts)?;
        *partial = (taken || was_there).then_some(inside);
        Ok(taken)
    }
}

macro_rules! parts_of_pointers {
    ($($pointer:ident)*) => {$(
        impl<T: PartialModel + Clone> PartialModel for $pointer<T> {
            type Partial = $pointer<T::Partial>;

            fn into_partial(self) -> Self::Partial {
                $pointer::new($pointer::unwrap_or_clone(self).into_partial())
            }

            fn read_part(parts: &mut Parts<'_, '_>) -> Part<Self::Partial> {
                Ok(T::read_part(parts)?.map($pointer::new))
            }
        }
    )*};
}

parts_of_pointers! { Rc Arc }

impl<T: PartialModel> PartialModel for Box<T> {
    type Partial = Box<T::Partial>;

    fn into_partial(self) -> Self::Partial {
        Box::new((*self).into_partial())
    }

    fn read_part(parts: &mut Parts<'_, '_>) -> Part<Self::Partial> {
        Ok(T::read_part(parts)?.map(Box::new))
    }
}

impl<R: PartialRecord> PartialRecord for Box<R> {
    fn take_part(partial: &mut Self::Partial, name: &str, parts: &mut Parts<'_, '_>) -> Result<bool, Failure> {
        R::take_part(partial, name, parts)
    }
}

/// The items up to the one that the text ends in, as far as it goes, or up to the first that is wrong.
macro_rules! parts_of_lists {
    ($($list:ty => $partial:ty;)*) => {$(
        impl<T: PartialModel> PartialModel for $list {
            type Partial = $partial;

            fn into_partial(self) -> Self::Partial {
                Vec::from(self).into_iter().map(T::into_partial).collect()
            }

            fn read_part(parts: &mut Parts<'_, '_>) -> Part<Self::Partial> {
                Ok(parts.items(|parts| parts.read::<T>())?.map(Self::Partial::from))
            }
        }
    )*};
}

parts_of_lists! {
    Vec<T> => Vec<T::Partial>;
    VecDeque<T> => VecDeque<T::Partial>;
    Box<[T]> => Box<[T::Partial]>;
}

/// The items that are complete.
macro_rules! parts_of_sets {
    ($([$($generics:tt)*] $set:ty;)*) => {$(
        impl<$($generics)*> PartialModel for $set {
            type Partial = Self;

            fn into_partial(self) -> Self {
                self
            }

            fn read_part(parts: &mut Parts<'_, '_>) -> Part<Self> {
                Ok(parts.items(|parts| parts.complete(T::decode))?.map(Self::from_iter))
            }
        }
    )*};
}

parts_of_sets! {
    [T: DecodeOwned + Eq + Hash, S: BuildHasher + Default] HashSet<T, S>;
    [T: DecodeOwned + Ord] BTreeSet<T>;
}

#[cfg(feature = "indexmap")]
parts_of_sets! { [T: DecodeOwned + Eq + Hash, S: BuildHasher + Default] indexmap::IndexSet<T, S>; }

/// The entries up to the one that the text ends in, as far as it goes, without those that are wrong.
macro_rules! parts_of_maps {
    ($([$($generics:tt)*] $map:ty => $partial:ty;)*) => {$(
        impl<$($generics)*> PartialModel for $map {
            type Partial = $partial;

            fn into_partial(self) -> Self::Partial {
                self.into_iter().map(|(key, value)| (key, value.into_partial())).collect()
            }

            fn read_part(parts: &mut Parts<'_, '_>) -> Part<Self::Partial> {
                parts.object::<Self>()
            }
        }

        impl<$($generics)*> PartialRecord for $map {
            fn take_part(partial: &mut Self::Partial, _: &str, parts: &mut Parts<'_, '_>) -> Result<bool, Failure> {
                let Some(key) = parts.key::<K>()? else { return Ok(false) };
                partial.extend(parts.read::<V>()?.map(|value| (key, value)));
                Ok(true)
            }
        }
    )*};
}

parts_of_maps! {
    [K: DecodeOwned + MapKey + Eq + Hash, V: PartialModel, S: BuildHasher + Default] HashMap<K, V, S> => HashMap<K, V::Partial, S>;
    [K: DecodeOwned + MapKey + Ord, V: PartialModel] BTreeMap<K, V> => BTreeMap<K, V::Partial>;
}

#[cfg(feature = "indexmap")]
parts_of_maps! {
    [K: DecodeOwned + MapKey + Eq + Hash, V: PartialModel, S: BuildHasher + Default] indexmap::IndexMap<K, V, S> => indexmap::IndexMap<K, V::Partial, S>;
}
