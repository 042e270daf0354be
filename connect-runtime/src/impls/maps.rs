//! Objects whose keys are data.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{BuildHasher, Hash},
};

use serde_json::{Map, Value};

use crate::{
    code::Code,
    decode::Decode,
    many::item,
    problems::Problems,
    reader::{Failure, Reader},
};

/// A map that is filled entry by entry.
pub(crate) trait Entries<'de>: Default {
    type Key: Decode<'de>;
    type Value: Decode<'de>;

    /// Adds an entry; whether its key is new. If not, either value may stay: the map is refused.
    fn insert_new(&mut self, key: Self::Key, value: Self::Value) -> bool;

    /// Whether an entry with this key would be refused.
    fn refuses(&self, key: &Self::Key) -> bool;
}

/// A map on the way, as far as its entries are read.
#[derive(Debug)]
pub(crate) struct Filling<'de, M> {
    pub(crate) map: M,
    /// Keys of values that could not be kept: they are repeated by the next of their name all the same.
    lost: BTreeSet<Cow<'de, str>>,
}

impl<'de, M: Entries<'de>> Filling<'de, M> {
    pub(crate) fn new() -> Self {
        Self { map: M::default(), lost: BTreeSet::new() }
    }

    /// Reads the entry whose key is at hand, its value with `decode`, which may leave it out.
    pub(crate) fn read(
        &mut self,
        reader: &mut Reader<'de>,
        decode: impl FnOnce(&mut Reader<'de>) -> Result<Option<M::Value>, Failure>,
    ) -> Result<(), Failure> {
        let at = reader.key;
        let key = reader.read_key::<M::Key>()?;
        reader.json.colon()?;
        self.add(reader, at, key, decode)
    }

    /// Reads the value at hand, of the `key` at the offset `at` (bytes): neither hides that the other is invalid.
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
            Ok(Some(value)) => (!self.is_lost(reader, at) && self.map.insert_new(key, value), Ok(())),
            lost => (!self.map.refuses(&key) && self.lost.insert(reader.json.key_at(at)), lost.map(drop)),
        };
        if new { read } else { Err(repeated_key(reader, at)) }
    }

    #[inline]
    fn is_lost(&self, reader: &Reader<'de>, at: usize) -> bool {
        !self.lost.is_empty() && self.lost.contains(&reader.json.key_at(at))
    }
}

/// Reads the object at hand, entry by entry, each value with `decode`, which may leave it out.
pub(crate) fn read_entries<'de, M: Entries<'de>>(
    reader: &mut Reader<'de>,
    mut decode: impl FnMut(&mut Reader<'de>) -> Result<Option<M::Value>, Failure>,
) -> Result<M, Failure> {
    let mut filling = Filling::new();
    reader.entries(|reader| filling.read(reader, &mut decode))?;
    Ok(filling.map)
}

impl<'de> Reader<'de> {
    /// Reads the key at hand; none if it is invalid. It is any type that is read from a string: text, integers, enums of
    /// names, dates ..
    #[inline]
    fn read_key<K: Decode<'de>>(&mut self) -> Result<Option<K>, Failure> {
        let Some(of_key) = K::OF_KEY else { return self.decode_key() };
        let start = self.json.at();
        let key = of_key(self.json.string()?);
        if key.is_some() {
            return Ok(key);
        }
        self.json.go_to(start);
        self.decode_key()
    }

    fn decode_key<K: Decode<'de>>(&mut self) -> Result<Option<K>, Failure> {
        match self.as_key(K::decode) {
            Err(Failure::Halted) => Err(Failure::Halted),
            key => Ok(key.ok()),
        }
    }

    /// The key that was looked up last; its value is at hand.
    #[inline]
    pub(crate) fn looked_up_key<K: Decode<'de>>(&mut self) -> Result<Option<K>, Failure> {
        let key = K::OF_KEY.and_then(|of_key| of_key(self.looked_up()));
        if key.is_some() {
            return Ok(key);
        }
        self.return_to_key();
        let key = self.decode_key()?;
        self.json.colon()?;
        Ok(key)
    }
}

#[cold]
fn repeated_key(reader: &mut Reader<'_>, at: usize) -> Failure {
    reader.invalid(at, Code::DuplicateField, |reader| {
        format!("`{}` repeats a key that the object already has", reader.show_key(at))
    })
}

/// Maps of any kind of keys and values.
macro_rules! decode_maps {
    ($([$($generics:tt)*] $map:ty;)*) => {$(
        impl<'de, $($generics)*> Entries<'de> for $map {
            type Key = K;
            type Value = V;

            fn insert_new(&mut self, key: K, value: V) -> bool {
                self.insert(key, value).is_none()
            }

            fn refuses(&self, key: &K) -> bool {
                self.contains_key(key)
            }
        }

        impl<'de, $($generics)*> Decode<'de> for $map {
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                read_entries(reader, item)
            }

            fn claims(_: &str) -> bool {
                true
            }

            fn takes(first: u8) -> bool {
                first == b'{'
            }

            fn validate_nested(&self, problems: &mut Problems) {
                validate_values(self, problems);
            }
        }
    )*};
}

#[cfg(feature = "indexmap")]
pub(super) use decode_maps;

decode_maps! {
    [K: Decode<'de> + Eq + Hash, V: Decode<'de>, S: BuildHasher + Default] HashMap<K, V, S>;
    [K: Decode<'de> + Ord, V: Decode<'de>] BTreeMap<K, V>;
}

/// Of a key given twice the last value is kept, as `serde_json` does.
impl Entries<'_> for Map<String, Value> {
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

impl<'de> Decode<'de> for Map<String, Value> {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        read_entries(reader, item)
    }

    fn claims(_: &str) -> bool {
        true
    }

    fn takes(first: u8) -> bool {
        first == b'{'
    }
}

pub(super) fn validate_values<'v, 'de, K: Decode<'de> + 'v, V: Decode<'de> + 'v>(
    entries: impl IntoIterator<Item = (&'v K, &'v V)>,
    problems: &mut Problems,
) {
    for (key, value) in entries {
        let mark = problems.mark();
        value.validate_nested(problems);
        problems.below_key(mark, || key.to_key());
    }
}
