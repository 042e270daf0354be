//! `try_from` and `from`: models that are converted from another type, which is read in their place.

#![allow(dead_code, reason = "fields are looked at through `Debug`")]

use std::{collections::BTreeMap, fmt, num::TryFromIntError};

use connect_runtime::{ConnectModel, Decoder, Rejection};
use connect_tests::{check, check_with, refuse};

#[derive(ConnectModel, Debug)]
struct RawPeriod {
    #[connect(rename = "start")]
    from: u32,
    #[connect(default = 9, range(max = 99))]
    to: u32,
}

#[derive(ConnectModel, Debug)]
#[connect(try_from = "RawPeriod", check = is_short)]
struct Period {
    from: u32,
    length: u32,
}

impl TryFrom<RawPeriod> for Period {
    type Error = Rejection;

    fn try_from(raw: RawPeriod) -> Result<Self, Rejection> {
        let length = raw.to.checked_sub(raw.from);
        let length = length.ok_or_else(|| Rejection::new("ends before it starts").code("period").field("from"))?;
        Ok(Self { from: raw.from, length })
    }
}

fn is_short(period: &Period) -> Result<(), &'static str> {
    if period.length < 50 { Ok(()) } else { Err("is too long") }
}

#[test]
fn the_raw_type_is_read_and_converted() {
    check::<Period>(&[
        (r#"{"start": 1, "to": "3"}"#, r#"Period { from: 1, length: 2 } ~ coerced at to: "3""#),
        (r#"{"start": 1, "new": 0}"#, "Period { from: 1, length: 8 } ~ unknown_field at new: 0"),
        (r#"{"start": 1, "to": 60}"#, "! custom"),
        (r#"{"to": 60}"#, "! missing_field"),
        ("[]", "! wrong_type"),
    ]);
    check::<Option<Period>>(&[("null", "None")]);
}

#[test]
fn a_refusal_is_at_the_value_or_at_the_field_it_names() {
    assert_eq!(
        refuse::<Vec<Period>>(r#"[{"start": 7, "to": 5}, {"start": 7, "to": 100}, {"start": 0, "to": 50}]"#)
            .to_string(),
        "1:12: [0].start: ends before it starts [period]\n\
         1:44: [1].to: must be at most 99, is 100 [range]\n\
         1:50: [2]: is too long [custom]"
    );
    assert_eq!(Period { from: 0, length: 50 }.validate().unwrap_err().to_string(), "$: is too long [custom]");
}

/// Its error only has `Display`.
#[derive(ConnectModel, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[connect(try_from = "i64")]
struct Port(u16);

impl TryFrom<i64> for Port {
    type Error = TryFromIntError;

    fn try_from(port: i64) -> Result<Self, TryFromIntError> {
        u16::try_from(port).map(Self)
    }
}

impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Its error is a `String`, which is a rejection; both spellings and both crates mean the same.
#[derive(ConnectModel, Debug)]
#[serde(try_from = "&str", into = "String", rename_all = "camelCase")]
enum Color {
    Red,
    #[serde(rename = "b")]
    Blue {
        deep: bool,
    },
}

impl TryFrom<&str> for Color {
    type Error = String;

    fn try_from(name: &str) -> Result<Self, String> {
        match name {
            "r" => Ok(Self::Red),
            "b" => Ok(Self::Blue { deep: true }),
            _ => Err(format!("there is no color `{name}`")),
        }
    }
}

#[derive(ConnectModel, Debug)]
#[serde(from = "(u8, String)")]
struct Pair<T> {
    both: String,
    other: Option<T>,
}

impl<T> From<(u8, String)> for Pair<T> {
    fn from((number, name): (u8, String)) -> Self {
        Self { both: format!("{number}{name}"), other: None }
    }
}

#[derive(ConnectModel, Debug)]
struct All {
    port: Port,
    #[connect(default)]
    ports: BTreeMap<Port, Color>,
    pair: Option<Pair<fmt::Error>>,
}

#[test]
fn every_kind_of_error_and_every_shape_is_converted() {
    check::<All>(&[
        (
            r#"{"port": 80, "ports": {"1": "r", "2": "b"}, "pair": [1, "x"]}"#,
            "All { port: Port(80), ports: {Port(1): Red, Port(2): Blue { deep: true }}, pair: Some(Pair { both: \"1x\", other: None }) }",
        ),
        (r#"{"port": "80"}"#, r#"All { port: Port(80), ports: {}, pair: None } ~ coerced at port: "80""#),
        (r#"{"port": 1, "ports": {"1": "r", "1.0": "r"}}"#, "! duplicate_field"),
        ("{}", "! missing_field"),
    ]);
    assert_eq!(
        refuse::<All>(r#"{"port": 70000, "ports": {"-1": "r", "1": "x"}, "pair": [1]}"#).to_string(),
        "1:10: port: out of range integral type conversion attempted [invalid_value]\n\
         1:27: ports[\"-1\"]: out of range integral type conversion attempted [invalid_value]\n\
         1:43: ports[\"1\"]: there is no color `x` [invalid_value]\n\
         1:57: pair: expected an array of 2 items, found 1 [wrong_length]"
    );
}

#[derive(ConnectModel, Debug)]
struct Raw<T> {
    value: T,
}

#[derive(ConnectModel, Debug)]
#[connect(from = "Raw<T>", strict)]
struct Generic<T>(T);

impl<T> From<Raw<T>> for Generic<T> {
    fn from(raw: Raw<T>) -> Self {
        Self(raw.value)
    }
}

#[derive(ConnectModel, Debug)]
#[connect(from = "Option<u8>")]
struct Presence(bool);

impl From<Option<u8>> for Presence {
    fn from(value: Option<u8>) -> Self {
        Self(value.is_some())
    }
}

#[derive(ConnectModel, Debug)]
struct Around {
    generic: Generic<u8>,
    presence: Presence,
    #[connect(sensitive)]
    color: Option<Color>,
    #[connect(fallback, default = Port(1))]
    port: Port,
}

#[test]
fn strictness_absence_and_the_attributes_of_the_field_apply() {
    check::<Around>(&[
        (
            r#"{"generic": {"value": 1}, "port": -1}"#,
            "Around { generic: Generic(1), presence: Presence(false), color: None, port: Port(1) } ~ replaced at port: -1",
        ),
        (
            r#"{"generic": {"value": 1}, "presence": 5, "color": null}"#,
            "Around { generic: Generic(1), presence: Presence(true), color: None, port: Port(1) }",
        ),
        (r#"{"generic": {"value": "1"}}"#, "! wrong_type"),
    ]);
    assert_eq!(
        refuse::<Around>(r#"{"generic": {"value": 1}, "color": "hunter2"}"#).to_string(),
        "1:36: color: is not valid [invalid_value]"
    );
    check_with::<Port>(&Decoder::new().strict(true), &[("\"1\"", "! wrong_type")]);
}

#[derive(ConnectModel, Debug)]
struct Outer {
    id: u8,
    #[connect(flatten)]
    period: Period,
    #[connect(flatten)]
    generic: Option<Generic<u8>>,
}

#[test]
fn a_model_of_a_record_can_be_flattened() {
    check::<Outer>(&[
        (
            r#"{"id": 1, "start": 2, "to": 3, "value": 4}"#,
            "Outer { id: 1, period: Period { from: 2, length: 1 }, generic: Some(Generic(4)) }",
        ),
        (r#"{"to": 3, "start": 2, "id": 1}"#, "Outer { id: 1, period: Period { from: 2, length: 1 }, generic: None }"),
        (r#"{"id": 1, "to": 3}"#, "! missing_field"),
        (r#"{"id": 1, "start": 0, "to": 60}"#, "! custom"),
        (r#"{"id": 1, "start": 0, "value": "4"}"#, "! wrong_type"),
    ]);
    assert_eq!(
        refuse::<Vec<Outer>>(r#"[{"id": 1, "start": 7, "to": 5}]"#).to_string(),
        "1:21: [0].start: ends before it starts [period]"
    );
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Either {
    Port(Port),
    Color(Color),
    Period(Period),
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Tagged {
    Period(Period),
}

#[test]
fn variants_may_hold_one() {
    check::<Vec<Either>>(&[(
        r#"[1, "r", {"start": 1}]"#,
        "[Port(Port(1)), Color(Red), Period(Period { from: 1, length: 8 })]",
    )]);
    check::<Tagged>(&[(r#"{"start": 1, "type": "Period"}"#, "Period(Period { from: 1, length: 8 })")]);
    assert_eq!(serde_json::from_str::<Port>("5").unwrap(), Port(5));
    assert_eq!(
        serde_json::from_str::<Port>("-5").unwrap_err().to_string(),
        "$: out of range integral type conversion attempted [invalid_value]"
    );
}
