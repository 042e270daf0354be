//! `Decode` for maps: objects whose keys are data.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasher, Hash},
};

use serde_json::{Map, Value};

use super::entries::{Entries, read_entries};
use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    reader::{Failure, Reader},
    report::Problems,
    rules::{ByContent, Compare, Digester, Distinct},
};

/// Implements `Decode` for maps.
macro_rules! decode_maps {
    ($([$($param:ident),*] [$($held:tt)*] [$($generics:tt)*] $map:ty: $in_order:ident;)*) => {$(
        impl<$($held)*> Entries for $map {
            type Key = K;
            type Value = V;

            fn insert_new(&mut self, key: K, value: V) -> bool {
                self.insert(key, value).is_none()
            }

            fn refuses(&self, key: &K) -> bool {
                self.contains_key(key)
            }
        }

        impl<$($param),*> Compared for $map {
            type By = ByContent;
        }

        impl<'de, $($generics)*> Decode<'de> for $map {
            const SPELLING: Spelling<Self> = None;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                read_entries(reader, |reader| V::decode(reader).map(Some))
            }

            fn claims(_: &str) -> bool {
                true
            }

            fn may_start_with(first: u8) -> bool {
                first == b'{'
            }

            fn validate_nested(&self, problems: &mut Problems) {
                problems.$in_order(self, validate_value);
            }
        }
    )*};
}

#[cfg(feature = "indexmap")]
pub(super) use decode_maps;

decode_maps! {
    [K, V, S] [K: Eq + Hash, V, S: BuildHasher + Default]
        [K: Decode<'de> + MapKey + Eq + Hash, V: Decode<'de>, S: BuildHasher + Default] HashMap<K, V, S>: in_any_order;
    [K, V] [K: Ord, V] [K: Decode<'de> + MapKey + Ord, V: Decode<'de>] BTreeMap<K, V>: in_own_order;
}

/// Of duplicate keys, the last value is kept, as in `serde_json`.
impl Entries for Map<String, Value> {
    type Key = String;
    type Value = Value;

    fn insert_new(&mut self, key: String, value: Value) -> bool {
        self.insert(key, value);
        true
    }

    fn refuses(&self, _: &String) -> bool {
        false
    }
}

impl Compared for Map<String, Value> {
    type By = ByContent;
}

impl<'de> Decode<'de> for Map<String, Value> {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        read_entries(reader, |reader| Value::decode(reader).map(Some))
    }

    fn claims(_: &str) -> bool {
        true
    }

    fn may_start_with(first: u8) -> bool {
        first == b'{'
    }
}

pub(super) fn validate_value<'de, K: MapKey, V: Decode<'de>>((key, value): (&K, &V), problems: &mut Problems) {
    let mark = problems.mark();
    value.validate_nested(problems);
    problems.below_key(mark, || key.to_key().into_owned());
}

impl<K: Distinct, V: Distinct> Compare<BTreeMap<K, V>> for ByContent {
    fn digest(value: &BTreeMap<K, V>, digester: &mut Digester) {
        digester.write_ordered(value.len(), value.keys());
        digester.write_ordered(value.len(), value.values());
    }

    fn same(value: &BTreeMap<K, V>, other: &BTreeMap<K, V>) -> bool {
        let same = |((key, value), (other_key, other)): ((&K, &V), (&K, &V))| key.same(other_key) && value.same(other);
        value.len() == other.len() && value.iter().zip(other).all(same)
    }
}

impl<K: Distinct + Eq + Hash, V: Distinct, S: BuildHasher> Compare<HashMap<K, V, S>> for ByContent {
    fn digest(value: &HashMap<K, V, S>, digester: &mut Digester) {
        digester.write_unordered(value.iter(), digest_entry);
    }

    fn same(value: &HashMap<K, V, S>, other: &HashMap<K, V, S>) -> bool {
        let has = |(key, value): (&K, &V)| other.get(key).is_some_and(|other| value.same(other));
        value.len() == other.len() && value.iter().all(has)
    }
}

/// The order of entries, which `preserve_order` keeps, is ignored.
impl Compare<Map<String, Value>> for ByContent {
    fn digest(value: &Map<String, Value>, digester: &mut Digester) {
        digester.write_unordered(value.iter(), digest_entry);
    }

    fn same(value: &Map<String, Value>, other: &Map<String, Value>) -> bool {
        let has = |(key, value): (&String, &Value)| other.get(key).is_some_and(|other| value.same(other));
        value.len() == other.len() && value.iter().all(has)
    }
}

fn digest_entry<K: Distinct, V: Distinct>((key, value): (&K, &V), digester: &mut Digester) {
    key.digest(digester);
    value.digest(digester);
}
