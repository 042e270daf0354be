//! Keys of any scalar type, as strings.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

pub(super) struct Key(pub(super) String);

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
        visit_i128: i128,
        visit_u64: u64,
        visit_u128: u128,
        visit_f64: f64,
        visit_char: char,
        visit_str: &str,
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<Key, E> {
        match str::from_utf8(key) {
            Ok(key) => Ok(Key(key.to_owned())),
            Err(error) => Err(E::custom(format_args!("a key is a byte string that is not UTF-8: {error}"))),
        }
    }
}
