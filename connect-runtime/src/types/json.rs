//! `Decode` for arbitrary JSON: `serde_json`'s `Value`, `Number` and `RawValue`.

use std::{borrow::Cow, hash::Hash, sync::Arc};

use serde_json::{Map, Number, Value, value::RawValue};

use crate::{
    decode::{Compared, Decode, Spelling},
    json::Exact,
    message::Message,
    reader::{Failure, Reader, coerce::Misfit},
    report::Code,
    rules::{ByContent, Compare, Digester, Distinct, Incomparable},
};

impl Compared for Value {
    type By = ByContent;
}

/// Accepts any value; of duplicate keys, the last value is kept, as in `serde_json`.
impl<'de> Decode<'de> for Value {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        match reader.json.next_token() {
            Some(b'n') => Ok(reader.json.expect_literal("null").map(|()| Self::Null)?),
            Some(b't') => Ok(reader.json.expect_literal("true").map(|()| Self::Bool(true))?),
            Some(b'f') => Ok(reader.json.expect_literal("false").map(|()| Self::Bool(false))?),
            Some(b'"') => reader.string().map(|text| Self::String(text.into_owned())),
            Some(b'[') => Vec::decode(reader).map(Self::Array),
            Some(b'{') => Map::decode(reader).map(Self::Object),
            Some(b'-' | b'0'..=b'9') => decode_number(reader).map(Self::Number),
            _ => Err(reader.wrong_type("a value that JSON has")),
        }
    }

    fn claims(_: &str) -> bool {
        true
    }

    fn may_start_with(_: u8) -> bool {
        true
    }
}

fn decode_number(reader: &mut Reader<'_>) -> Result<Number, Failure> {
    let start = reader.json.at();
    let number = reader.number("a value that JSON has")?;
    number.text.parse().map_err(|_| {
        let holds = "at most 1.7976931348623157e308 in magnitude";
        Misfit::Range(holds).record(reader, start, "a number")
    })
}

impl Compared for Number {
    type By = ByContent;
}

impl<'de> Decode<'de> for Number {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        match reader.json.next_token() {
            Some(b'-' | b'0'..=b'9') => decode_number(reader),
            _ => Err(reader.wrong_type("a number")),
        }
    }

    fn may_start_with(first: u8) -> bool {
        matches!(first, b'-' | b'0'..=b'9')
    }
}

/// Skips the current value and passes its text to `keep`, which checks it again. The text of a tagged object has the tag.
fn keep_text<'de, T>(
    reader: &mut Reader<'de>,
    keep: impl FnOnce(Cow<'de, str>) -> serde_json::Result<T>,
) -> Result<T, Failure> {
    let (start, _) = reader.token();
    let text = reader.raw_text()?;
    keep(text).map_err(|error| reader.invalid(start, Code::InvalidValue, |_| Message::reason(error.to_string())))
}

#[expect(clippy::needless_pass_by_value, reason = "called as the functions are that keep the text")]
fn borrow(text: Cow<'_, str>) -> serde_json::Result<&RawValue> {
    match text {
        Cow::Borrowed(text) => serde_json::from_str(text),
        Cow::Owned(_) => Err(serde::de::Error::custom(
            "the value is not UTF-8, so that `&RawValue` can't borrow it; make the field a `Box<RawValue>`",
        )),
    }
}

fn borrow_or_own(text: Cow<'_, str>) -> serde_json::Result<Cow<'_, RawValue>> {
    match text {
        Cow::Borrowed(text) => serde_json::from_str(text).map(Cow::Borrowed),
        Cow::Owned(text) => RawValue::from_string(text).map(Cow::Owned),
    }
}

/// JSON text that is kept as it is.
macro_rules! decode_raw_values {
    ($([$($lifetimes:tt)*] $raw:ty, compared as $compared:ty, by $keep:expr;)*) => {$(
        impl Compared for $compared {
            type By = Incomparable;
        }

        impl<$($lifetimes)*> Decode<'de> for $raw {
            const SPELLING: Spelling<Self> = None;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                keep_text(reader, $keep)
            }

            fn may_start_with(_: u8) -> bool {
                true
            }
        }
    )*};
}

decode_raw_values! {
    ['de] Box<RawValue>, compared as Box<RawValue>, by |text| RawValue::from_string(text.into_owned());
    ['de] Arc<RawValue>, compared as Arc<RawValue>, by |text| RawValue::from_string(text.into_owned()).map(Into::into);
    ['de: 'a, 'a] &'a RawValue, compared as &RawValue, by borrow;
    ['de: 'a, 'a] Cow<'a, RawValue>, compared as Cow<'_, RawValue>, by borrow_or_own;
}

/// Compares by value, not by spelling: `1` and `1.00` are the same (JSON Schema 2020-12, core, section 4.2.2).
impl Compare<Number> for ByContent {
    fn digest(value: &Number, digester: &mut Digester) {
        Exact::parse(&value.to_string()).hash(digester);
    }

    fn same(value: &Number, other: &Number) -> bool {
        Exact::parse(&value.to_string()) == Exact::parse(&other.to_string())
    }
}

/// Compares deeply, as JSON Schema defines it.
impl Compare<Value> for ByContent {
    fn digest(value: &Value, digester: &mut Digester) {
        std::mem::discriminant(value).hash(digester);
        match value {
            Value::Null => {}
            Value::Bool(value) => value.digest(digester),
            Value::Number(number) => number.digest(digester),
            Value::String(text) => text.digest(digester),
            Value::Array(items) => items.digest(digester),
            Value::Object(entries) => entries.digest(digester),
        }
    }

    fn same(value: &Value, other: &Value) -> bool {
        match (value, other) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(value), Value::Bool(other)) => value == other,
            (Value::Number(number), Value::Number(other)) => number.same(other),
            (Value::String(text), Value::String(other)) => text == other,
            (Value::Array(items), Value::Array(other)) => items.same(other),
            (Value::Object(entries), Value::Object(other)) => entries.same(other),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::rules::Unique;

    #[test]
    fn json_values_are_compared_deeply_and_by_value() {
        let same = [
            (json!(1), json!(1.0)),
            (json!(-0.0), json!(0)),
            (json!(1e20), json!(100_000_000_000_000_000_000.0)),
            (json!({"a": [1, {"b": null}], "c": 2}), json!({"c": 2.0, "a": [1, {"b": null}]})),
        ];
        for (first, second) in same {
            assert_eq!(vec![json!("x"), first, second].repeated(), Some((2, 1)));
        }
        let distinct = [
            (json!(true), json!(1)),
            (json!(0), json!(false)),
            (json!("1"), json!(1)),
            (json!([[1], 2]), json!([1, [2]])),
            (json!({"a": 1, "b": 2}), json!({"a": 2, "b": 1})),
            (json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_992.0)),
        ];
        for (first, second) in distinct {
            assert_eq!(vec![first, second].repeated(), None);
        }
    }
}
