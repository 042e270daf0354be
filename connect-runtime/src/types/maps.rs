//! `Decode` for maps: objects whose keys are data.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{BuildHasher, Hash},
};

use serde_json::{Map, Value};

use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    message::Message,
    reader::{Failure, Reader},
    report::{Code, Problems},
    rules::{ByContent, Compare, Digester, Distinct},
};

/// A map that is filled entry by entry, whatever reads its keys and values.
pub(crate) trait Entries: Default {
    type Key;
    type Value;

    /// Adds an entry; returns whether its key is new. If not, either value may stay, since the map is rejected.
    fn insert_new(&mut self, key: Self::Key, value: Self::Value) -> bool;

    /// Whether an entry with this key would be rejected as a duplicate.
    fn refuses(&self, key: &Self::Key) -> bool;
}

/// A map whose entries are being read.
#[derive(Debug)]
pub(crate) struct Filling<'de, M> {
    pub(crate) map: M,
    /// Keys whose values could not be kept: another entry with such a key is still a duplicate.
    dropped: BTreeSet<Cow<'de, str>>,
}

impl<'de, M: Entries> Filling<'de, M> {
    pub(crate) fn new() -> Self {
        Self { map: M::default(), dropped: BTreeSet::new() }
    }

    /// Reads the current entry, its value with `decode`, which may leave the entry out.
    pub(crate) fn read(
        &mut self,
        reader: &mut Reader<'de>,
        decode: impl FnOnce(&mut Reader<'de>) -> Result<Option<M::Value>, Failure>,
    ) -> Result<(), Failure>
    where
        M::Key: Decode<'de>,
    {
        let at = reader.current.key;
        let key = reader.read_key::<M::Key>()?;
        reader.json.skip_colon()?;
        self.add(reader, at, key, decode)
    }

    /// As [`read`](Self::read), with the key from `decode_key`.
    fn read_with_key(
        &mut self,
        reader: &mut Reader<'de>,
        decode_key: impl FnOnce(&mut Reader<'de>) -> Result<M::Key, Failure>,
        decode: impl FnOnce(&mut Reader<'de>) -> Result<Option<M::Value>, Failure>,
    ) -> Result<(), Failure> {
        let at = reader.current.key;
        let key = reader.decode_key_with(decode_key)?;
        reader.json.skip_colon()?;
        self.add(reader, at, key, decode)
    }

    /// Reads the current value, whose key is at the byte offset `at`. Both are checked even if one is invalid; `key` is
    /// `None` if it is.
    #[inline]
    pub(crate) fn add(
        &mut self,
        reader: &mut Reader<'de>,
        at: usize,
        key: Option<M::Key>,
        decode: impl FnOnce(&mut Reader<'de>) -> Result<Option<M::Value>, Failure>,
    ) -> Result<(), Failure> {
        let value = decode(reader);
        if let Err(Failure::Halted) = value {
            return Err(Failure::Halted);
        }
        let key = key.ok_or(Failure::Invalid)?;
        let (new, read) = match value {
            Ok(Some(value)) => (!self.is_dropped(reader, at) && self.map.insert_new(key, value), Ok(())),
            other => (!self.map.refuses(&key) && self.dropped.insert(reader.json.key_at(at)), other.map(drop)),
        };
        if new { read } else { Err(repeated_key(reader, at)) }
    }

    #[inline]
    fn is_dropped(&self, reader: &Reader<'de>, at: usize) -> bool {
        !self.dropped.is_empty() && self.dropped.contains(&reader.json.key_at(at))
    }
}

/// Reads the current object entry by entry, each value with `decode`, which may leave the entry out.
pub(crate) fn read_entries<'de, M: Entries<Key: Decode<'de>>>(
    reader: &mut Reader<'de>,
    mut decode: impl FnMut(&mut Reader<'de>) -> Result<Option<M::Value>, Failure>,
) -> Result<M, Failure> {
    let mut filling = Filling::new();
    reader.read_entries(|reader| filling.read(reader, &mut decode))?;
    Ok(filling.map)
}

/// As [`read_entries`], each key with `decode_key`.
pub(crate) fn read_entries_with_keys<'de, M: Entries>(
    reader: &mut Reader<'de>,
    mut decode_key: impl FnMut(&mut Reader<'de>) -> Result<M::Key, Failure>,
    mut decode: impl FnMut(&mut Reader<'de>) -> Result<Option<M::Value>, Failure>,
) -> Result<M, Failure> {
    let mut filling = Filling::new();
    reader.read_entries(|reader| filling.read_with_key(reader, &mut decode_key, &mut decode))?;
    Ok(filling.map)
}

impl<'de> Reader<'de> {
    /// Reads the current key; `None` if it is invalid. It may be of any type that is read from a string: strings,
    /// integers, unit-only enums, dates and so on.
    #[inline]
    fn read_key<K: Decode<'de>>(&mut self) -> Result<Option<K>, Failure> {
        let Some(of_key) = K::OF_KEY else { return self.decode_key() };
        let start = self.json.at();
        let key = of_key(self.string()?);
        if key.is_some() {
            return Ok(key);
        }
        self.json.go_to(start);
        self.decode_key()
    }

    fn decode_key<K: Decode<'de>>(&mut self) -> Result<Option<K>, Failure> {
        self.decode_key_with(K::decode)
    }

    fn decode_key_with<K>(
        &mut self,
        decode: impl FnOnce(&mut Self) -> Result<K, Failure>,
    ) -> Result<Option<K>, Failure> {
        match self.as_key(decode) {
            Err(Failure::Halted) => Err(Failure::Halted),
            key => Ok(key.ok()),
        }
    }

    /// Reads the key that was looked up last as a `K`, and moves to its value.
    #[inline]
    pub(crate) fn read_current_key<K: Decode<'de>>(&mut self) -> Result<Option<K>, Failure> {
        let key = K::OF_KEY.zip(self.current.name).and_then(|(of_key, name)| of_key(Cow::Borrowed(name)));
        if key.is_some() {
            return Ok(key);
        }
        self.return_to_key();
        let key = self.read_key()?;
        self.json.skip_colon()?;
        Ok(key)
    }
}

#[cold]
fn repeated_key(reader: &mut Reader<'_>, at: usize) -> Failure {
    reader.invalid(at, Code::DuplicateField, |reader| {
        let field = reader.show_key(at).into();
        Message::fill("`{field}` repeats a key that the object already has", [("field", field)])
    })
}

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
