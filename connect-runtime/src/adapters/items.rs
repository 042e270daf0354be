//! `one_or_many` and `skip_invalid`: collections that accept a single item instead of an array, or leave out invalid
//! items.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    hash::{BuildHasher, Hash},
};

use super::attempt;
use crate::{
    decode::{Decode, MapKey},
    drift::DriftKind,
    reader::{Failure, Reader},
    report::Problems,
    types::{collections::read_array, entries::read_entries, wrappers::optional},
};

/// A collection whose items are read one by one, all of which must be valid.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no items",
    label = "not a collection",
    note = "`each(with = ..)`, `each(format = ..)` and `each(trim)` take a `Vec`, `VecDeque`, array, set or map, or an `Option` of one"
)]
pub trait Items<'de>: Sized {
    /// An item, or a map's value.
    type Item;

    /// Reads the collection, each item with `decode`.
    fn decode_each(
        reader: &mut Reader<'de>,
        decode: impl FnMut(&mut Reader<'de>) -> Result<Self::Item, Failure>,
    ) -> Result<Self, Failure>;
}

/// A collection that may also leave items out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no items",
    label = "not a collection",
    note = "`one_or_many` takes a `Vec`, `VecDeque` or set, `skip_invalid` also a map, and both an `Option` of one"
)]
pub trait Collection<'de>: Items<'de> {
    /// Reads the collection, each item with `decode`; an item is left out if that returns `None`.
    fn decode_items(
        reader: &mut Reader<'de>,
        decode: impl FnMut(&mut Reader<'de>) -> Result<Option<Self::Item>, Failure>,
    ) -> Result<Self, Failure>;
}

/// A collection that can be read from a single item.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be read from a single item",
    label = "not a list",
    note = "`one_or_many` takes a `Vec`, `VecDeque` or set, or an `Option` of one"
)]
pub trait OneOrMany<'de>: Collection<'de> {
    /// Reads the collection from the current value, its only item.
    fn decode_one(
        reader: &mut Reader<'de>,
        decode: impl FnMut(&mut Reader<'de>) -> Result<Option<Self::Item>, Failure>,
    ) -> Result<Self, Failure>;
}

/// `one_or_many`: an array, or a single item without an array.
pub fn one_or_many<'de, C: OneOrMany<'de>>(
    reader: &mut Reader<'de>,
    decode: impl FnMut(&mut Reader<'de>) -> Result<Option<C::Item>, Failure>,
) -> Result<C, Failure> {
    match reader.token() {
        (_, Some(b'[')) => C::decode_items(reader, decode),
        _ => C::decode_one(reader, decode),
    }
}

/// Reads an item that must be valid.
#[inline]
pub fn item<'de, T: Decode<'de>>(reader: &mut Reader<'de>) -> Result<Option<T>, Failure> {
    T::decode(reader).map(Some)
}

/// `skip_invalid`: an item that is invalid or violates the `rules` for items is left out, which is drift.
pub fn skip_invalid<'de, T: Decode<'de>>(
    reader: &mut Reader<'de>,
    rules: impl FnOnce(&T, &mut Problems),
) -> Result<Option<T>, Failure> {
    skip_invalid_with(reader, rules, T::decode)
}

/// As [`skip_invalid`], each item with `decode`.
pub fn skip_invalid_with<'de, T>(
    reader: &mut Reader<'de>,
    rules: impl FnOnce(&T, &mut Problems),
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    if reader.policy.strict {
        return decode(reader).map(Some);
    }
    let (start, _) = reader.token();
    attempt(reader, DriftKind::Skipped, start, rules, decode)
}

macro_rules! list_many {
    ($([$($generics:tt)*] $list:ty, $insert:ident;)*) => {$(
        impl<'de, $($generics)*> Items<'de> for $list {
            type Item = T;

            fn decode_each(
                reader: &mut Reader<'de>,
                mut decode: impl FnMut(&mut Reader<'de>) -> Result<T, Failure>,
            ) -> Result<Self, Failure> {
                Self::decode_items(reader, |reader| decode(reader).map(Some))
            }
        }

        impl<'de, $($generics)*> Collection<'de> for $list {
            fn decode_items(
                reader: &mut Reader<'de>,
                mut decode: impl FnMut(&mut Reader<'de>) -> Result<Option<T>, Failure>,
            ) -> Result<Self, Failure> {
                let mut list = Self::default();
                reader.read_items(|reader| {
                    if let Some(item) = decode(reader)? {
                        list.$insert(item);
                    }
                    Ok(())
                })?;
                Ok(list)
            }
        }

        impl<'de, $($generics)*> OneOrMany<'de> for $list {
            fn decode_one(
                reader: &mut Reader<'de>,
                mut decode: impl FnMut(&mut Reader<'de>) -> Result<Option<T>, Failure>,
            ) -> Result<Self, Failure> {
                let mut list = Self::default();
                if let Some(item) = decode(reader)? {
                    list.$insert(item);
                }
                Ok(list)
            }
        }
    )*};
}

list_many! {
    [T] Vec<T>, push;
    [T] VecDeque<T>, push_back;
    [T: Eq + Hash, S: BuildHasher + Default] HashSet<T, S>, insert;
    [T: Ord] BTreeSet<T>, insert;
}

#[cfg(feature = "indexmap")]
list_many! { [T: Eq + Hash, S: BuildHasher + Default] indexmap::IndexSet<T, S>, insert; }

macro_rules! map_many {
    ($([$($generics:tt)*] $map:ty;)*) => {$(
        impl<'de, $($generics)*> Items<'de> for $map {
            type Item = V;

            fn decode_each(
                reader: &mut Reader<'de>,
                mut decode: impl FnMut(&mut Reader<'de>) -> Result<V, Failure>,
            ) -> Result<Self, Failure> {
                Self::decode_items(reader, |reader| decode(reader).map(Some))
            }
        }

        impl<'de, $($generics)*> Collection<'de> for $map {
            fn decode_items(
                reader: &mut Reader<'de>,
                decode: impl FnMut(&mut Reader<'de>) -> Result<Option<V>, Failure>,
            ) -> Result<Self, Failure> {
                read_entries(reader, decode)
            }
        }
    )*};
}

map_many! {
    [K: Decode<'de> + MapKey + Eq + Hash, V, S: BuildHasher + Default] HashMap<K, V, S>;
    [K: Decode<'de> + MapKey + Ord, V] BTreeMap<K, V>;
}

#[cfg(feature = "indexmap")]
map_many! { [K: Decode<'de> + MapKey + Eq + Hash, V, S: BuildHasher + Default] indexmap::IndexMap<K, V, S>; }

/// Accepts exactly `N` items.
impl<'de, T, const N: usize> Items<'de> for [T; N] {
    type Item = T;

    fn decode_each(
        reader: &mut Reader<'de>,
        decode: impl FnMut(&mut Reader<'de>) -> Result<T, Failure>,
    ) -> Result<Self, Failure> {
        read_array(reader, decode)
    }
}

impl<'de, C: Items<'de>> Items<'de> for Option<C> {
    type Item = C::Item;

    fn decode_each(
        reader: &mut Reader<'de>,
        decode: impl FnMut(&mut Reader<'de>) -> Result<Self::Item, Failure>,
    ) -> Result<Self, Failure> {
        optional(reader, |reader| C::decode_each(reader, decode))
    }
}

impl<'de, C: Collection<'de>> Collection<'de> for Option<C> {
    fn decode_items(
        reader: &mut Reader<'de>,
        decode: impl FnMut(&mut Reader<'de>) -> Result<Option<Self::Item>, Failure>,
    ) -> Result<Self, Failure> {
        optional(reader, |reader| C::decode_items(reader, decode))
    }
}

/// `null` is not an item.
impl<'de, C: OneOrMany<'de>> OneOrMany<'de> for Option<C> {
    fn decode_one(
        reader: &mut Reader<'de>,
        decode: impl FnMut(&mut Reader<'de>) -> Result<Option<Self::Item>, Failure>,
    ) -> Result<Self, Failure> {
        optional(reader, |reader| C::decode_one(reader, decode))
    }
}
