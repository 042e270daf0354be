//! What an internally tagged variant holds does not see the tag, as with serde.

#![expect(dead_code, reason = "the fields are only for `Debug`")]

use std::{collections::BTreeMap, fmt::Debug, marker::PhantomData};

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{check, codes, refuse};
use serde::{Deserialize, Deserializer, de::IgnoredAny};
use serde_json::{Value, value::RawValue};

#[derive(ConnectModel, Deserialize, Debug)]
#[connect(no_deserialize)]
struct Unit;

#[derive(ConnectModel, Deserialize, Debug)]
#[connect(no_deserialize)]
struct Newtype(#[connect(serde)] Foreign);

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Foreign {
    x: u8,
}

#[derive(Deserialize, Debug)]
struct ForeignTag<'a> {
    r#type: Option<&'a str>,
    x: Option<&'a str>,
}

#[derive(Deserialize, Debug)]
enum ForeignEnum {
    A(u8),
    B,
}

#[derive(ConnectModel, Deserialize, Debug)]
#[connect(no_deserialize)]
#[serde(deny_unknown_fields)]
struct Deny {
    x: u8,
}

#[derive(ConnectModel, Deserialize, Debug)]
#[connect(no_deserialize)]
enum Names {
    A,
    B,
}

#[derive(ConnectModel, Deserialize, Debug)]
#[connect(no_deserialize)]
#[serde(untagged)]
enum Untagged {
    Nothing(()),
    Foreign(#[connect(serde)] Foreign),
    Map(BTreeMap<String, Option<u8>>),
}

fn read_map<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, u8>, D::Error> {
    BTreeMap::deserialize(deserializer)
}

#[derive(ConnectModel, Deserialize, Debug)]
#[connect(no_deserialize)]
#[serde(tag = "type")]
enum Holder<'a> {
    Nothing(()),
    Perhaps(Option<()>),
    Unit(Unit),
    Pointer(Box<Unit>),
    Phantom(PhantomData<u8>),
    Ignored(IgnoredAny),
    Value(Value),
    Map(BTreeMap<String, u8>),
    With(#[serde(deserialize_with = "read_map")] BTreeMap<String, u8>),
    Foreign(#[connect(serde)] Foreign),
    #[serde(borrow)]
    ForeignTag(#[connect(serde)] ForeignTag<'a>),
    ForeignEnum(#[connect(serde)] ForeignEnum),
    ForeignUnit(#[connect(serde)] Unit),
    ForeignOption(#[connect(serde)] Option<Foreign>),
    ForeignValue(#[connect(serde)] Value),
    Newtype(Newtype),
    Deny(Deny),
    Names(Names),
    Untagged(Untagged),
}

const HOLDERS: [&str; 19] = [
    "Nothing",
    "Perhaps",
    "Unit",
    "Pointer",
    "Phantom",
    "Ignored",
    "Value",
    "Map",
    "With",
    "Foreign",
    "ForeignTag",
    "ForeignEnum",
    "ForeignUnit",
    "ForeignOption",
    "ForeignValue",
    "Newtype",
    "Deny",
    "Names",
    "Untagged",
];

/// Objects with the tag at every place; `%` is the tag's value.
const OBJECTS: [&str; 14] = [
    r#"{"type":"%"}"#,
    r#"{ "type" : "%" }"#,
    r#"{"type":"%","x":1}"#,
    r#"{"x":1,"type":"%"}"#,
    r#"{ "x" : 1 , "type" : "%" , "y" : null }"#,
    r#"{"x":"text","type":"%"}"#,
    r#"{"A":1,"type":"%"}"#,
    r#"{"type":"%","A":null}"#,
    r#"{"A":null,"type":"%"}"#,
    r#"{"B":null,"type":"%","A":null}"#,
    r#"{"C":null,"type":"%"}"#,
    r#"{"type":"%","type":"%"}"#,
    r#"{"x":1,"type":"%","type":"%"}"#,
    r#"{"type":"%","A":null,"type":null}"#,
];

/// What `Debug` shows of the value.
fn show<T: Debug, E>(read: &Result<T, E>) -> Option<String> {
    read.as_ref().ok().map(|value| format!("{value:?}"))
}

#[test]
fn the_tag_is_not_seen_just_as_with_serde() {
    for name in HOLDERS {
        for object in OBJECTS {
            let text = object.replace('%', name);
            let (ours, theirs) = (from_str::<Holder<'_>>(&text), serde_json::from_str::<Holder<'_>>(&text));
            assert_eq!(show(&ours), show(&theirs), "{text}: {ours:?}, {theirs:?}");
        }
    }
}

#[test]
fn every_refusal_has_a_place() {
    for (text, wanted) in [
        (
            r#"{"type":"Unit","x":1}"#,
            "1:16: x: unknown field `x`, the variant holds nothing but the tag [unknown_field]",
        ),
        (r#"{"type":"Nothing","x":[}"#, "1:24: x[0]: expected a value, found `}` [syntax]"),
        (
            r#"{"type":"Names"}"#,
            "1:1: $: expected one field that names a variant of `Names` besides the tag, found 0 [wrong_type]",
        ),
        (
            r#"{"type":"Names","A":null,"B":null}"#,
            "1:1: $: expected one field that names a variant of `Names` besides the tag, found 2 [wrong_type]",
        ),
        (
            r#"{"C":1,"type":"Names"}"#,
            "1:2: C: the string `\"C\"` is not a variant of `Names`, expected one of `A` or `B` [unknown_variant]",
        ),
        (r#"{"A":1,"type":"Names"}"#, "1:6: A: expected null, found the number `1` [wrong_type]"),
        (r#"{"type":"ForeignEnum"}"#, "1:1: $: expected one field that names a variant, found 0 [invalid_value]"),
        (r#"{"type":"Foreign","y":1}"#, "1:1: $: unknown field `y`, expected `x` [invalid_value]"),
    ] {
        assert_eq!(refuse::<Holder<'_>>(text).to_string(), wanted, "{text}");
    }
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Open {
    Names(OpenNames),
}

#[derive(ConnectModel, Debug)]
enum OpenNames {
    A,
    #[connect(other)]
    Other(String),
}

#[test]
fn an_unknown_name_beside_the_tag_is_kept() {
    check::<Open>(&[
        (r#"{"type":"Names","A":null}"#, "Names(A)"),
        (r#"{"C":null,"type":"Names"}"#, r#"Names(Other("C")) ~ unknown_variant at C: "C""#),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Text {
    Raw(Box<RawValue>),
    With(#[connect(with = text)] String),
    Items(#[connect(one_or_many)] Vec<Deny>),
}

mod text {
    #[expect(clippy::unnecessary_wraps, reason = "the signature is fixed")]
    pub(super) fn decode(json: &str) -> Result<String, String> {
        Ok(json.to_owned())
    }
}

#[test]
fn text_is_kept_as_it_is_with_the_tag() {
    check::<Text>(&[
        (r#"{ "a":1, "type":"Raw" }"#, r#"Raw(RawValue({ "a":1, "type":"Raw" }))"#),
        (r#"{"type":"Items","x":1}"#, "Items([Deny { x: 1 }])"),
        (r#"{"type":"With","a":1}"#, r#"With("{\"type\":\"With\",\"a\":1}")"#),
    ]);
    for name in ["Raw", "With"] {
        let text = format!(r#"{{"type":"{name}","a":{{"type":1}},"type":1}}"#);
        assert_eq!(codes(&refuse::<Text>(&text)), "! duplicate_field", "{text}");
    }
}
