//! Objects whose keys are data.

use std::{
    collections::{BTreeMap, HashMap, btree_map, hash_map},
    hash::{BuildHasher, Hash},
};

use crate::{
    code::Code,
    decode::Decode,
    problems::Problems,
    reader::{Failure, Reader},
};

/// Reads the entry whose key is at hand; the key is any type that is read from a string: text, integers, enums of
/// names, dates ..
fn read_entry<'de, K: Decode<'de>, V: Decode<'de>>(reader: &mut Reader<'de>) -> Result<(K, V), Failure> {
    let key = reader.as_key(K::decode);
    if let Err(Failure::Halted) = key {
        return Err(Failure::Halted);
    }
    reader.json.colon()?;
    let value = V::decode(reader);
    if let Err(Failure::Halted) = value {
        return Err(Failure::Halted);
    }
    Ok((key?, value?))
}

/// Reads the entries of the object at hand; `insert` says whether the key was new.
pub(super) fn read_entries<'de, K: Decode<'de>, V: Decode<'de>>(
    reader: &mut Reader<'de>,
    mut insert: impl FnMut(K, V) -> bool,
) -> Result<(), Failure> {
    reader.entries(|reader| {
        let at = reader.key;
        let (key, value) = read_entry(reader)?;
        if insert(key, value) { Ok(()) } else { Err(repeated_key(reader, at)) }
    })
}

#[cold]
fn repeated_key(reader: &mut Reader<'_>, at: usize) -> Failure {
    let key = reader.json.key_at(at);
    reader.invalid(at, Code::DuplicateField, || format!("`{key}` repeats a key that the object already has"))
}

impl<'de, K, V, S> Decode<'de> for HashMap<K, V, S>
where
    K: Decode<'de> + Eq + Hash,
    V: Decode<'de>,
    S: BuildHasher + Default,
{
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let mut map = Self::default();
        read_entries(reader, |key, value| match map.entry(key) {
            hash_map::Entry::Vacant(vacant) => {
                vacant.insert(value);
                true
            }
            hash_map::Entry::Occupied(_) => false,
        })?;
        Ok(map)
    }

    fn validate_nested(&self, problems: &mut Problems) {
        validate_values(self, problems);
    }
}

impl<'de, K: Decode<'de> + Ord, V: Decode<'de>> Decode<'de> for BTreeMap<K, V> {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let mut map = Self::new();
        read_entries(reader, |key, value| match map.entry(key) {
            btree_map::Entry::Vacant(vacant) => {
                vacant.insert(value);
                true
            }
            btree_map::Entry::Occupied(_) => false,
        })?;
        Ok(map)
    }

    fn validate_nested(&self, problems: &mut Problems) {
        validate_values(self, problems);
    }
}

fn validate_values<'v, 'de, K: Decode<'de> + 'v, V: Decode<'de> + 'v>(
    entries: impl IntoIterator<Item = (&'v K, &'v V)>,
    problems: &mut Problems,
) {
    for (key, value) in entries {
        let mark = problems.mark();
        value.validate_nested(problems);
        problems.below_key(mark, || key.to_key());
    }
}
