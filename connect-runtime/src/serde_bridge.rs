//! `Deserialize` support: writes what a deserializer yields as JSON text, which the decoder then reads.

use std::fmt;

use serde::{
    Serialize,
    de::{Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor},
};

use crate::{decode::DecodeOwned, decoder::Decoder, json::Number};

/// Reads a model through any serde format; the error message lists every problem.
pub fn deserialize<'de, T: DecodeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut text = String::new();
    deserializer.deserialize_newtype_struct(RAW_VALUE, Transcribe { text: &mut text, depth: 0, raw: true })?;
    Decoder::new().decode_rewritten(&text).map_err(D::Error::custom)
}

/// The name that makes `serde_json` pass the JSON text itself instead of the value.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// The key with which `serde_json` passes a number's digits if its feature `arbitrary_precision` is enabled.
const RAW_NUMBER: &str = "$serde_json::private::Number";

/// How deeply other formats may be nested.
const MAX_DEPTH: usize = 128;

/// Writes what a deserializer yields as JSON.
struct Transcribe<'t> {
    text: &'t mut String,
    depth: usize,
    /// Whether the JSON text itself was requested: only `serde_json` passes it, any other format passes the value.
    raw: bool,
}

impl Transcribe<'_> {
    fn write<E: Error>(self, value: impl Serialize) -> Result<(), E> {
        self.text.push_str(&serde_json::to_string(&value).map_err(E::custom)?);
        Ok(())
    }

    /// Writes the key of an object.
    fn write_name<E: Error>(&mut self, name: &str) -> Result<(), E> {
        self.text.push_str(&serde_json::to_string(name).map_err(E::custom)?);
        self.text.push(':');
        Ok(())
    }

    /// A number that JSON can't represent becomes a string with its name, which no number type accepts.
    fn write_float<E: Error>(self, finite: bool, value: impl Serialize + fmt::Display) -> Result<(), E> {
        if finite { self.write(value) } else { self.write(value.to_string()) }
    }

    fn nested<E: Error>(&mut self) -> Result<Transcribe<'_>, E> {
        if self.depth == MAX_DEPTH {
            return Err(E::custom(format_args!("the value is nested deeper than {MAX_DEPTH} levels")));
        }
        Ok(Transcribe { text: self.text, depth: self.depth + 1, raw: false })
    }
}

impl<'de> DeserializeSeed<'de> for Transcribe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! write_scalars {
    ($($visit:ident: $scalar:ty,)*) => {$(
        fn $visit<E: Error>(self, value: $scalar) -> Result<(), E> {
            self.write(value)
        }
    )*};
}

impl<'de> Visitor<'de> for Transcribe<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    write_scalars! {
        visit_bool: bool,
        visit_i64: i64,
        visit_i128: i128,
        visit_u64: u64,
        visit_u128: u128,
        visit_str: &str,
        visit_bytes: &[u8],
    }

    fn visit_f32<E: Error>(self, value: f32) -> Result<(), E> {
        self.write_float(value.is_finite(), value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.write_float(value.is_finite(), value)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.write(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.write(())
    }

    fn visit_some<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self.nested()?)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        // The first newtype is the one with which the JSON text was requested.
        if self.raw {
            return deserializer.deserialize_any(Transcribe { raw: false, ..self });
        }
        deserializer.deserialize_any(self.nested()?)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let mut separator = '[';
        loop {
            let end = self.text.len();
            self.text.push(separator);
            if items.next_element_seed(self.nested()?)?.is_none() {
                self.text.truncate(if separator == '[' { end + 1 } else { end });
                self.text.push(']');
                return Ok(());
            }
            separator = ',';
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        let mut separator = '{';
        while let Some(Key(key)) = entries.next_key()? {
            if separator == '{' && self.raw && key == RAW_VALUE {
                self.text.push_str(&entries.next_value::<String>()?);
                return Ok(());
            }
            if separator == '{' && key == RAW_NUMBER {
                return self.write_number(&entries.next_value::<String>()?);
            }
            self.text.push(separator);
            self.write_name(&key)?;
            entries.next_value_seed(self.nested()?)?;
            separator = ',';
        }
        self.text.push_str(if separator == '{' { "{}" } else { "}" });
        Ok(())
    }

    /// As serde writes it: `{"Variant": content}`.
    fn visit_enum<A: EnumAccess<'de>>(mut self, access: A) -> Result<(), A::Error> {
        let (Key(name), content) = access.variant()?;
        self.text.push('{');
        self.write_name(&name)?;
        content.newtype_variant_seed(self.nested()?)?;
        self.text.push('}');
        Ok(())
    }
}

impl Transcribe<'_> {
    fn write_number<E: Error>(self, digits: &str) -> Result<(), E> {
        let number = Number::parse(digits).ok_or_else(|| E::custom("not a number"))?;
        self.text.push_str(number.text);
        Ok(())
    }
}

/// A key of any scalar type, as a string.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KeyVisitor)
    }
}

struct KeyVisitor;

macro_rules! name_keys {
    ($($visit:ident: $scalar:ty,)*) => {$(
        fn $visit<E: Error>(self, key: $scalar) -> Result<Key, E> {
            Ok(Key(key.to_string()))
        }
    )*};
}

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    name_keys! {
        visit_bool: bool,
        visit_i64: i64,
        visit_u64: u64,
        visit_f64: f64,
        visit_char: char,
        visit_str: &str,
    }
}
