//! Maps and sets of indexmap, which keep the order of the text.

use std::hash::{BuildHasher, Hash};

use indexmap::{IndexMap, IndexSet};

use crate::{
    decode::Decode,
    impls::{
        collections::{read_items, validate_items},
        maps::{Entries, read_entries, validate_values},
    },
    many::item,
    problems::Problems,
    reader::{Failure, Reader},
};

impl<'de, K, V, S> Entries<'de> for IndexMap<K, V, S>
where
    K: Decode<'de> + Eq + Hash,
    V: Decode<'de>,
    S: BuildHasher + Default,
{
    type Key = K;
    type Value = V;

    fn insert_new(&mut self, key: K, value: V) -> bool {
        self.insert(key, value).is_none()
    }

    fn refuses(&self, key: &K) -> bool {
        self.contains_key(key)
    }
}

impl<'de, K, V, S> Decode<'de> for IndexMap<K, V, S>
where
    K: Decode<'de> + Eq + Hash,
    V: Decode<'de>,
    S: BuildHasher + Default,
{
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        read_entries(reader, item)
    }

    fn claims(_: &str) -> bool {
        true
    }

    fn validate_nested(&self, problems: &mut Problems) {
        validate_values(self, problems);
    }
}

impl<'de, T, S> Decode<'de> for IndexSet<T, S>
where
    T: Decode<'de> + Eq + Hash,
    S: BuildHasher + Default,
{
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let mut items = Self::default();
        read_items(reader, |item| _ = items.insert(item))?;
        Ok(items)
    }

    fn validate_nested(&self, problems: &mut Problems) {
        validate_items(self, problems);
    }
}
