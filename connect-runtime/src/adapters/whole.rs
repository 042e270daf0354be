//! Reads with serde what a variant or a newtype holds. Its object may have keys that it must not see, such as the tag of
//! an enum: serde removes them, too.

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error as _, MapAccess, Visitor, value::MapAccessDeserializer},
    forward_to_deserialize_any,
};
use serde_json::{Error, de::StrRead};

use super::foreign::{describe, via_serde, via_serde_with};
use crate::{
    reader::{Failure, Reader, excluded_keys::describe_taken},
    report::Code,
};

/// As [`via_serde`].
pub fn whole_via_serde<'de, T: Deserialize<'de>>(reader: &mut Reader<'de>) -> Result<T, Failure> {
    match find_seen(reader)? {
        Some(seen) => read_seen(reader, seen, |seen| T::deserialize(seen)),
        None => via_serde(reader),
    }
}

/// As [`via_serde_with`]; `whole` is the same function, for an object with keys that are not seen.
pub fn whole_via_serde_with<'de, T>(
    reader: &mut Reader<'de>,
    deserialize: impl FnOnce(&mut serde_json::Deserializer<StrRead<'de>>) -> Result<T, Error>,
    whole: impl FnOnce(Seen<'de>) -> Result<T, Error>,
) -> Result<T, Failure> {
    match find_seen(reader)? {
        Some(seen) => read_seen(reader, seen, whole),
        None => via_serde_with(reader, deserialize),
    }
}

/// An object with only the keys that are seen.
#[derive(Debug)]
pub struct Seen<'de> {
    /// The offset of the object in bytes.
    start: usize,
    /// The JSON text of its keys and values, the first entry last.
    entries: Vec<(&'de str, &'de str)>,
    /// The JSON text of the value that is read next.
    value: &'de str,
}

/// Reads the text of the current object, if it may have keys that are not seen.
fn find_seen<'de>(reader: &mut Reader<'de>) -> Result<Option<Seen<'de>>, Failure> {
    let (start, first) = reader.token();
    if first != Some(b'{') || !reader.excluded.affect(start) {
        return Ok(None);
    }
    let mut entries = Vec::new();
    reader.read_entries(|reader| {
        let key = reader.json.at();
        reader.json.string()?;
        let key = reader.json.since(key);
        reader.json.skip_colon()?;
        let (value, _) = reader.token();
        reader.json.skip_value()?;
        entries.push((key, reader.json.since(value)));
        Ok(())
    })?;
    entries.reverse();
    Ok(Some(Seen { start, entries, value: "" }))
}

fn read_seen<'de, T>(
    reader: &mut Reader<'de>,
    seen: Seen<'de>,
    read: impl FnOnce(Seen<'de>) -> Result<T, Error>,
) -> Result<T, Failure> {
    let start = seen.start;
    read(seen).map_err(|error| {
        let error = error.to_string();
        let is_missing = |key: &str| error.starts_with(&format!("missing field `{key}`"));
        let taken = reader.excluded.taker(start, is_missing).zip(error.split('`').nth(1));
        reader.invalid(start, Code::InvalidValue, |reader| match taken {
            Some((taker, key)) => describe_taken(key, taker),
            None => describe(reader, start, &error),
        })
    })
}

impl<'de> MapAccess<'de> for Seen<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.entries.pop() else { return Ok(None) };
        self.value = value;
        seed.deserialize(&mut serde_json::Deserializer::from_str(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(&mut serde_json::Deserializer::from_str(self.value))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// As serde's own, which holds the content of an internally tagged variant.
impl<'de> Deserializer<'de> for Seen<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.entries.is_empty() { visitor.visit_unit() } else { visitor.visit_map(self) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.entries.len() {
            1 => visitor.visit_enum(MapAccessDeserializer::new(self)),
            count => Err(Error::custom(format_args!("expected one field that names a variant, found {count}"))),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq tuple tuple_struct map
        struct identifier ignored_any
    }
}
