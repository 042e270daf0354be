//! `keep_tag`: what a variant holds sees the tag of its own object.

use std::collections::BTreeMap;

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with, codes, refuse};
use serde::Deserialize;
use serde_json::{Value, value::RawValue};

#[derive(ConnectModel, Debug)]
#[connect(tag = "object", rename_all = "snake_case", keep_tag)]
enum Payment {
    Charge(Charge),
    Refund {
        object: String,
        id: u8,
    },
    Fee {
        id: u8,
    },
    Any(Value),
    Map(BTreeMap<String, String>),
    Unit(()),
    Named(Named),
    Kind(Kind),
    Seen(
        #[connect(serde)]
        #[expect(dead_code, reason = "for `Debug`")]
        Seen,
    ),
    Raw(Box<RawValue>),
    Ping,
    #[connect(other)]
    Other(Value),
}

#[derive(ConnectModel, Debug)]
#[connect(deny_unknown_fields)]
struct Charge {
    id: u8,
    #[connect(one_of("charge"))]
    object: String,
}

#[derive(ConnectModel, Debug)]
enum Named {
    A(u8),
    #[connect(rename = "object")]
    Object(u8),
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "object", rename_all = "snake_case")]
enum Kind {
    Kind { id: u8 },
}

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Seen {
    #[expect(dead_code, reason = "for `Debug`")]
    object: String,
}

#[test]
fn a_field_of_the_tags_name_takes_the_tag() {
    let charge = r#"Charge(Charge { id: 1, object: "charge" })"#;
    check::<Payment>(&[
        (r#"{"object":"charge","id":1}"#, charge),
        (r#"{"id":1,"object":"charge"}"#, charge),
        (r#"{ "id" : 1 , "object" : "charge" }"#, charge),
        (r#"{"id":1,"\u006fbject":"charge"}"#, charge),
        (r#"{"object":"refund","id":1}"#, r#"Refund { object: "refund", id: 1 }"#),
        (r#"{"id":1,"object":"refund"}"#, r#"Refund { object: "refund", id: 1 }"#),
        (r#"{"object":"seen"}"#, r#"Seen(Seen { object: "seen" })"#),
    ]);
}

#[test]
fn a_tag_without_a_place_is_no_unknown_field() {
    let rows = [
        (r#"{"object":"fee","id":1}"#, "Fee { id: 1 }"),
        (r#"{"id":1,"object":"fee"}"#, "Fee { id: 1 }"),
        (r#"{ "id" : 1 , "object" : "fee" }"#, "Fee { id: 1 }"),
        (r#"{"object":"ping"}"#, "Ping"),
        (r#"{"object":"unit"}"#, "Unit(())"),
        (r#"{"object":"named","A":1}"#, "Named(A(1))"),
        (r#"{"A":1,"object":"named"}"#, "Named(A(1))"),
        (r#"{"object":"kind","id":2}"#, "Kind(Kind { id: 2 })"),
        (r#"{"object":"charge","id":1}"#, r#"Charge(Charge { id: 1, object: "charge" })"#),
    ];
    check::<Payment>(&rows);
    check_with::<Payment>(&Decoder::new().deny_unknown_fields(true), &rows);
    check::<Payment>(&[
        (r#"{"object":"fee","id":1,"x":1}"#, "Fee { id: 1 } ~ unknown_field at x: 1"),
        (r#"{"object":"charge","id":1,"x":1}"#, "! unknown_field"),
        (r#"{"object":"unit","x":1}"#, "! unknown_field"),
    ]);
}

#[test]
fn a_map_or_value_has_the_tag() {
    check::<Payment>(&[
        (r#"{"object":"any","id":1}"#, r#"Any(Object {"id": Number(1), "object": String("any")})"#),
        (r#"{"a":"b","object":"map"}"#, r#"Map({"a": "b", "object": "map"})"#),
        (r#"{"object":"raw"}"#, r#"Raw(RawValue({"object":"raw"}))"#),
        (r#"{"object":"new"}"#, r#"Other(Object {"object": String("new")}) ~ unknown_variant at object: "new""#),
    ]);
}

#[test]
fn rules_hold_for_the_tag_as_a_field() {
    let report = Payment::Charge(Charge { id: 1, object: "refund".to_owned() }).validate().unwrap_err();
    assert_eq!(report.to_string(), "object: must be `charge`, is `refund` [one_of]");
}

#[test]
fn a_tag_that_comes_twice_is_a_duplicate() {
    for name in ["charge", "refund", "fee", "any", "map", "unit", "named", "kind", "seen", "raw", "ping", "new"] {
        for text in [
            format!(r#"{{"object":"{name}","id":1,"object":"{name}"}}"#),
            format!(r#"{{"object":"{name}","object":"charge","id":1}}"#),
            format!(r#"{{ "\u006fbject" : "{name}", "object":"{name}" }}"#),
            format!(r#"{{"id":1,"object":"{name}","\u006fbject":null}}"#),
        ] {
            let report = match connect_runtime::Decoder::new().from_str::<Payment>(&text) {
                // The value keeps what the object says.
                Ok(decoded) => panic!("{text}: {decoded:?}"),
                Err(report) => report,
            };
            assert!(codes(&report).contains("duplicate_field"), "{text}: {report}");
        }
    }
}

#[derive(ConnectModel, Debug)]
struct Envelope {
    id: u8,
    #[connect(flatten)]
    payment: Flat,
    #[connect(flatten)]
    rest: BTreeMap<String, Value>,
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "object", keep_tag)]
enum Flat {
    Card(Card),
    Cash,
}

#[derive(ConnectModel, Debug)]
struct Card {
    object: String,
    #[connect(flatten)]
    expiry: Option<Expiry>,
}

#[derive(ConnectModel, Debug)]
struct Expiry {
    month: u8,
}

#[test]
fn a_flattened_enum_may_keep_its_tag() {
    check::<Envelope>(&[
        (
            r#"{"month":2,"x":1,"object":"Card","id":1}"#,
            r#"Envelope { id: 1, payment: Card(Card { object: "Card", expiry: Some(Expiry { month: 2 }) }), rest: {"x": Number(1)} }"#,
        ),
        (r#"{"id":1,"object":"Cash"}"#, "Envelope { id: 1, payment: Cash, rest: {} }"),
        (r#"{"id":1,"object":"Cash","object":"Cash"}"#, "! duplicate_field"),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "object", keep_tag)]
enum Spread {
    A {
        id: u8,
        #[connect(flatten)]
        tagged: Tagged,
    },
    B {
        #[connect(flatten)]
        rest: BTreeMap<String, Value>,
    },
    C(Box<Option<Newtype>>),
}

#[derive(ConnectModel, Debug)]
struct Tagged {
    object: String,
}

#[derive(ConnectModel, Debug)]
struct Newtype(Tagged);

#[test]
fn a_flattened_field_sees_the_tag() {
    check::<Spread>(&[
        (r#"{"object":"A","id":1}"#, r#"A { id: 1, tagged: Tagged { object: "A" } }"#),
        (r#"{"id":1,"object":"A"}"#, r#"A { id: 1, tagged: Tagged { object: "A" } }"#),
        (r#"{"object":"B","x":1}"#, r#"B { rest: {"object": String("B"), "x": Number(1)} }"#),
        (r#"{"object":"C"}"#, r#"C(Some(Newtype(Tagged { object: "C" })))"#),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Hiding {
    Inner(Inner),
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "kind", keep_tag)]
enum Inner {
    Leaf { r#type: Option<u8>, kind: String },
}

#[test]
fn an_enum_around_one_that_keeps_its_tag_still_hides_its_own() {
    check::<Hiding>(&[
        (r#"{"type":"Inner","kind":"Leaf"}"#, r#"Inner(Leaf { type: None, kind: "Leaf" })"#),
        (r#"{"kind":"Leaf","type":"Inner"}"#, r#"Inner(Leaf { type: None, kind: "Leaf" })"#),
        (r#"{"kind":"Leaf","type":"Inner","type":1}"#, "! duplicate_field"),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Loose {
    Text(Named),
    Object(Tagged),
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "object", keep_tag)]
enum Holder {
    Loose(Loose),
    Adjacent(Adjacent),
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "object", content = "c")]
enum Adjacent {
    Adjacent(u8),
}

#[test]
fn an_enum_inside_sees_the_tag() {
    check::<Holder>(&[
        (r#"{"object":"Loose"}"#, r#"Loose(Object(Tagged { object: "Loose" }))"#),
        (r#"{"c":1,"object":"Adjacent"}"#, "Adjacent(Adjacent(1))"),
        (r#"{"object":"Adjacent","c":1}"#, "Adjacent(Adjacent(1))"),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "object", keep_tag)]
enum Endless {
    Again(Box<Endless>),
}

#[test]
fn an_enum_inside_itself_ends_with_a_problem() {
    let report = refuse::<Endless>(r#"{"object":"Again"}"#);
    assert_eq!(
        report.to_string(),
        "1:1: $: `Endless` is in its own variant without end, since `keep_tag` lets that variant see the tag `object` \
         of the same object [depth_limit]"
    );
}

#[derive(ConnectModel, Debug)]
struct Around {
    #[connect(flatten)]
    tagged: Tagged,
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "object")]
enum Hidden {
    Charge(Charge),
    Seen(
        #[connect(serde)]
        #[expect(dead_code, reason = "for `Debug`")]
        Seen,
    ),
    Flat(Around),
    Nested(Kind),
}

#[test]
fn a_missing_field_that_is_the_tag_says_so() {
    let message = "required field `object` is missing, since `Hidden` took it as its tag: put `#[connect(keep_tag)]` on \
                   `Hidden` to let the variant see it, too";
    for (text, place, code) in [
        (r#"{"id":1,"object":"Charge"}"#, "object", "missing_field"),
        (r#"{"object":"Seen"}"#, "$", "invalid_value"),
        (r#"{"object":"Flat"}"#, "object", "missing_field"),
        (r#"{"object":"Nested"}"#, "object", "missing_field"),
    ] {
        assert_eq!(refuse::<Hidden>(text).to_string(), format!("1:1: {place}: {message} [{code}]"), "{text}");
    }
    assert_eq!(
        refuse::<Payment>(r#"{"object":"charge"}"#).to_string(),
        "1:1: id: required field `id` is missing [missing_field]"
    );
}
