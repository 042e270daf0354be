//! Writes what a deserializer yields as JSON text.

use std::fmt;

use serde::{
    Serialize,
    de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor},
};

use super::{
    cell::{Cell, is_cell},
    key::Key,
    tagged::{TAGGED, Tagged},
};
use crate::{json::Number, reader::Origin, shape::Shape};

/// The name that makes `serde_json` pass the JSON text itself instead of the value.
pub(super) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// The key with which `serde_json` passes a number's digits if its feature `arbitrary_precision` is enabled.
const RAW_NUMBER: &str = "$serde_json::private::Number";

/// The key with which `toml` passes a date or time as text.
const TOML_DATE: &str = "$__toml_private_datetime";

/// How deeply other formats may be nested.
const MAX_DEPTH: usize = 128;

/// What was written, and what is known about its reader.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) origin: Origin,
    /// The fields of the model, if it has any.
    pub(super) shape: &'static Shape,
    /// Whether the field of this name is null where the format has blank text.
    pub(super) reads_blank_as_null: fn(&str) -> bool,
}

/// What the format is asked for.
#[derive(Clone, Copy)]
pub(super) enum Request {
    /// Whatever comes.
    Any,
    /// An object.
    Map,
    /// An object of this name with fields of these names.
    Struct(&'static str, &'static [&'static str]),
}

/// Writes what a deserializer yields as JSON.
pub(super) struct Transcribe<'t> {
    written: &'t mut Written,
    depth: usize,
    /// Whether the JSON text itself was requested: only `serde_json` passes it, any other format passes the value.
    raw: bool,
    request: Request,
    /// The field of the model that the value belongs to.
    field: Option<&'t str>,
}

impl<'t> Transcribe<'t> {
    /// Writes the whole input.
    pub(super) fn whole(written: &'t mut Written, request: Request) -> Self {
        Self { written, depth: 0, raw: true, request, field: None }
    }

    fn write<E: Error>(self, value: impl Serialize) -> Result<(), E> {
        self.written.text.push_str(&serde_json::to_string(&value).map_err(E::custom)?);
        Ok(())
    }

    /// Writes the key of an object.
    fn write_name<E: Error>(&mut self, name: &str) -> Result<(), E> {
        self.written.text.push_str(&serde_json::to_string(name).map_err(E::custom)?);
        self.written.text.push(':');
        Ok(())
    }

    /// A number that JSON can't represent becomes a string with its name, which no number type accepts.
    fn write_float<E: Error>(self, finite: bool, value: impl Serialize + fmt::Display) -> Result<(), E> {
        if finite { self.write(value) } else { self.write(value.to_string()) }
    }

    /// For a value inside, which may be that of a `field` of the model.
    fn nested<'n, E: Error>(&'n mut self, field: Option<&'n str>) -> Result<Transcribe<'n>, E> {
        if self.depth == MAX_DEPTH {
            return Err(E::custom(format_args!("the value is nested deeper than {MAX_DEPTH} levels")));
        }
        let field = field.filter(|_| self.depth == 0);
        Ok(Transcribe { written: self.written, depth: self.depth + 1, raw: false, request: Request::Any, field })
    }
}

impl<'de> DeserializeSeed<'de> for Transcribe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.request {
            Request::Struct(name, fields) => deserializer.deserialize_struct(name, fields, self),
            Request::Map => deserializer.deserialize_map(self),
            Request::Any if is_cell::<D>() => {
                self.written.origin = Origin::Compact;
                let (field, reads_blank_as_null) = (self.field, self.written.reads_blank_as_null);
                let blank_is_null = || field.is_some_and(reads_blank_as_null);
                deserializer.deserialize_option(Cell { visitor: self, blank_is_null })
            }
            Request::Any => deserializer.deserialize_any(self),
        }
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
        match self.request {
            Request::Struct(name, _) => write!(f, "an object with the fields of `{name}`"),
            Request::Map => f.write_str("an object"),
            Request::Any => f.write_str("any value"),
        }
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
        deserializer.deserialize_any(self.nested(None)?)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        // The first newtype is the one with which the JSON text was requested.
        if self.raw {
            return Transcribe { raw: false, ..self }.deserialize(deserializer);
        }
        deserializer.deserialize_any(self.nested(None)?)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let (mut separator, fields) = ('[', self.written.shape.fields);
        for index in 0.. {
            let end = self.written.text.len();
            self.written.text.push(separator);
            let field = fields.get(index).map(|field| field.name);
            if items.next_element_seed(self.nested(field)?)?.is_none() {
                self.written.text.truncate(if separator == '[' { end + 1 } else { end });
                self.written.text.push(']');
                break;
            }
            separator = ',';
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        let mut separator = '{';
        while let Some(Key(key)) = entries.next_key()? {
            if separator == '{' && self.raw && key == RAW_VALUE {
                self.written.text.push_str(&entries.next_value::<String>()?);
                self.written.origin = Origin::Value;
                return Ok(());
            }
            if separator == '{' && key == RAW_NUMBER {
                return self.write_number(&entries.next_value::<String>()?);
            }
            if separator == '{' && key == TOML_DATE && matches!(self.request, Request::Any) {
                return self.write(entries.next_value::<String>()?);
            }
            self.written.text.push(separator);
            self.write_name(&key)?;
            entries.next_value_seed(self.nested(Some(&key))?)?;
            separator = ',';
        }
        self.written.text.push_str(if separator == '{' { "{}" } else { "}" });
        Ok(())
    }

    /// As serde writes it: `{"Variant": content}`.
    fn visit_enum<A: EnumAccess<'de>>(mut self, access: A) -> Result<(), A::Error> {
        let (Key(name), content) = access.variant()?;
        if name == TAGGED {
            return content.tuple_variant(2, Tagged(self.nested(None)?));
        }
        self.written.text.push('{');
        self.write_name(&name)?;
        content.newtype_variant_seed(self.nested(None)?)?;
        self.written.text.push('}');
        Ok(())
    }
}

impl Transcribe<'_> {
    fn write_number<E: Error>(self, digits: &str) -> Result<(), E> {
        let number = Number::parse(digits).ok_or_else(|| E::custom("not a number"))?;
        self.written.text.push_str(number.text);
        Ok(())
    }
}
