//! `Deserialize` support: writes what a deserializer yields as JSON text, which the decoder then reads.
//!
//! [`transcribe`] writes the text; [`key`] reads what stands before a colon, [`cell`] the fields of CSV, which have no
//! type, and [`tagged`] the tags of CBOR. [`refuse`] says why a format that does not describe itself can't be read.

use serde::de::{Deserializer, Error};

use crate::{
    decode::DecodeOwned,
    decoder::Decoder,
    object::Record,
    reader::{Entry, Origin},
    shape::Shape,
};

mod cell;
mod key;
mod refuse;
mod tagged;
mod transcribe;

use transcribe::{RAW_VALUE, Request, Transcribe, Written};

/// Reads a model that is not an object of known fields through any serde format; the error message lists every problem.
pub fn deserialize<'de, T: DecodeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    read(deserializer, Request::Any, const { &Shape::empty("") }, |_| false)
}

/// As [`deserialize`], for a struct whose fields have these `names`. Some formats can be read only by somebody who asks
/// for fields: a record of CSV is no more than a list of texts.
pub fn deserialize_struct<'de, T, D>(deserializer: D, names: &'static [&'static str]) -> Result<T, D::Error>
where
    T: DecodeOwned + for<'t> Record<'t, Model = T>,
    D: Deserializer<'de>,
{
    let shape = <T as Record<'_>>::SHAPE;
    read(deserializer, Request::Struct(shape.name, names), shape, reads_blank_as_null::<T>)
}

/// As [`deserialize_struct`], for a struct with flattened fields, whose names are not all known.
pub fn deserialize_map<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: DecodeOwned + for<'t> Record<'t, Model = T>,
    D: Deserializer<'de>,
{
    read(deserializer, Request::Map, <T as Record<'_>>::SHAPE, reads_blank_as_null::<T>)
}

fn read<'de, T: DecodeOwned, D: Deserializer<'de>>(
    deserializer: D,
    request: Request,
    shape: &'static Shape,
    reads_blank_as_null: fn(&str) -> bool,
) -> Result<T, D::Error> {
    let origin = if deserializer.is_human_readable() { Origin::Format } else { Origin::Compact };
    let mut written = Written { text: String::new(), origin, shape, reads_blank_as_null };
    // A format for programs says what comes, if it can be read at all; what comes instead of a struct is then reported
    // like any other problem.
    let request = if origin == Origin::Compact { Request::Any } else { request };
    let whole = Transcribe::whole(&mut written, request);
    match deserializer.deserialize_newtype_struct(RAW_VALUE, whole) {
        Ok(()) => Decoder::new().decode_rewritten(&written.text, written.origin).map_err(D::Error::custom),
        Err(error) => Err(refuse::explain::<T, _>(error)),
    }
}

/// The JSON text of what a deserializer yields: from `serde_json` exactly as it is written.
pub(crate) fn json_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let shape = const { &Shape::empty("") };
    let mut written = Written { text: String::new(), origin: Origin::Format, shape, reads_blank_as_null: |_| false };
    let whole = Transcribe::whole(&mut written, Request::Any);
    deserializer.deserialize_newtype_struct(RAW_VALUE, whole)?;
    Ok(written.text)
}

/// Whether blank text stands for null in the field `name`: where null is as good as any value, or where the type
/// has no other use for it.
fn reads_blank_as_null<T: for<'t> Record<'t>>(name: &str) -> bool {
    let (strict, lenient) = (Decoder::new().strict(true), Decoder::new());
    takes::<T>(&strict, name, "null") || takes::<T>(&lenient, name, "null") && !takes::<T>(&lenient, name, "\"\"")
}

/// Whether the field `name` accepts this value.
fn takes<'t, T: Record<'t>>(decoder: &Decoder, name: &str, value: &'t str) -> bool {
    let mut reader = decoder.record_reader(value.into());
    let taken = T::take(&mut T::slots(), &Entry { name, object: 0 }, &mut reader);
    taken == Ok(true) && reader.problems.is_empty()
}
