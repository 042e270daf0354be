//! JSON kept as it is: `serde_json`'s `Value`, `Map` and `RawValue`.

use serde_json::{Map, Number, Value, value::RawValue};

use crate::{
    code::Code,
    coerce::Misfit,
    decode::Decode,
    reader::{Failure, Reader},
};

/// Any value; of a key given twice the last value is kept, as `serde_json` does.
impl<'de> Decode<'de> for Value {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        match reader.json.next_token() {
            Some(b'n') => Ok(reader.json.expect_literal("null").map(|()| Self::Null)?),
            Some(b't') => Ok(reader.json.expect_literal("true").map(|()| Self::Bool(true))?),
            Some(b'f') => Ok(reader.json.expect_literal("false").map(|()| Self::Bool(false))?),
            Some(b'"') => Ok(reader.json.string().map(|text| Self::String(text.into_owned()))?),
            Some(b'[') => Vec::decode(reader).map(Self::Array),
            Some(b'{') => Map::decode(reader).map(Self::Object),
            Some(b'-' | b'0'..=b'9') => decode_number(reader).map(Self::Number),
            _ => Err(reader.json.expected(reader.json.at(), "a value").into()),
        }
    }

    fn claims(_: &str) -> bool {
        true
    }
}

fn decode_number(reader: &mut Reader<'_>) -> Result<Number, Failure> {
    let start = reader.json.at();
    let number = reader.json.number()?;
    number.text.parse().map_err(|_| {
        let holds = "at most 1.7976931348623157e308 either way";
        Misfit::Range(holds).record(reader, start, "a number")
    })
}

impl<'de> Decode<'de> for Number {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        match reader.json.next_token() {
            Some(b'-' | b'0'..=b'9') => decode_number(reader),
            _ => Err(reader.wrong_type("a number")),
        }
    }
}

/// Makes something of the text of the value at hand, which `serde_json` checks once more.
fn keep_text<'de, T>(
    reader: &mut Reader<'de>,
    keep: impl FnOnce(&'de str) -> serde_json::Result<T>,
) -> Result<T, Failure> {
    let (start, _) = reader.token();
    reader.json.skip_value()?;
    keep(reader.json.since(start)).map_err(|error| reader.invalid(start, Code::InvalidValue, |_| error.to_string()))
}

impl<'de> Decode<'de> for Box<RawValue> {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        keep_text(reader, |text| RawValue::from_string(text.to_owned()))
    }
}

impl<'de: 'a, 'a> Decode<'de> for &'a RawValue {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        keep_text(reader, serde_json::from_str)
    }
}
