//! `keys(with = module)`: maps whose keys other code reads.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasher, Hash},
};

use crate::{
    reader::{Failure, Reader},
    types::{entries::read_entries_with_keys, wrappers::optional},
};

/// A map, whose keys are read one by one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no keys",
    label = "not a map",
    note = "`keys(with = ..)` takes a `HashMap` or `BTreeMap`, an `IndexMap` with the feature `indexmap`, or an `Option` of one"
)]
pub trait Keyed<'de>: Sized {
    /// The type of the keys.
    type Key;
    /// The type of the values.
    type Value;

    /// Reads the map, each key with `decode_key` and each value with `decode`; an entry is left out if the latter
    /// returns `None`.
    fn decode_keyed(
        reader: &mut Reader<'de>,
        decode_key: impl FnMut(&mut Reader<'de>) -> Result<Self::Key, Failure>,
        decode: impl FnMut(&mut Reader<'de>) -> Result<Option<Self::Value>, Failure>,
    ) -> Result<Self, Failure>;
}

macro_rules! maps {
    ($([$($generics:tt)*] $map:ty;)*) => {$(
        impl<'de, $($generics)*> Keyed<'de> for $map {
            type Key = K;
            type Value = V;

            fn decode_keyed(
                reader: &mut Reader<'de>,
                decode_key: impl FnMut(&mut Reader<'de>) -> Result<K, Failure>,
                decode: impl FnMut(&mut Reader<'de>) -> Result<Option<V>, Failure>,
            ) -> Result<Self, Failure> {
                read_entries_with_keys(reader, decode_key, decode)
            }
        }
    )*};
}

maps! {
    [K: Eq + Hash, V, S: BuildHasher + Default] HashMap<K, V, S>;
    [K: Ord, V] BTreeMap<K, V>;
}

#[cfg(feature = "indexmap")]
maps! { [K: Eq + Hash, V, S: BuildHasher + Default] indexmap::IndexMap<K, V, S>; }

impl<'de, M: Keyed<'de>> Keyed<'de> for Option<M> {
    type Key = M::Key;
    type Value = M::Value;

    fn decode_keyed(
        reader: &mut Reader<'de>,
        decode_key: impl FnMut(&mut Reader<'de>) -> Result<Self::Key, Failure>,
        decode: impl FnMut(&mut Reader<'de>) -> Result<Option<Self::Value>, Failure>,
    ) -> Result<Self, Failure> {
        optional(reader, |reader| M::decode_keyed(reader, decode_key, decode))
    }
}
