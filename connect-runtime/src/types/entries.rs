//! Maps filled entry by entry, from objects whose keys are data.

use std::{borrow::Cow, collections::BTreeSet};

use crate::{
    decode::Decode,
    message::Message,
    reader::{Failure, Reader},
    report::Code,
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
