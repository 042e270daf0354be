//! Untagged enums: the value itself determines the variant.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use connect_runtime::{Code, ConnectModel, Decoder, from_str};
use connect_tests::{check, check_with, codes, refuse};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
#[serde(untagged)]
enum Id {
    Number(i64),
    Text(String),
}

#[derive(ConnectModel, Debug)]
struct Only<T>(T);

#[test]
fn the_first_variant_without_drift_is_chosen_else_the_first_that_matches() {
    check::<Only<Id>>(&[
        ("5", "Only(Number(5))"),
        (r#""5""#, r#"Only(Text("5"))"#),
        (r#""x""#, r#"Only(Text("x"))"#),
        ("5.5", r#"Only(Text("5.5")) ~ coerced at $: 5.5"#),
    ]);
}

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
#[serde(untagged)]
enum Payload {
    Nothing,
    Flag(bool),
    Pair(u8, u8),
    User {
        id: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    },
    Error {
        code: i32,
        message: String,
    },
    Map(BTreeMap<String, u32>),
}

#[test]
fn every_kind_of_variant_is_recognised_by_its_value() {
    check::<Only<Payload>>(&[
        ("null", "Only(Nothing)"),
        ("true", "Only(Flag(true))"),
        ("[1, 2]", "Only(Pair(1, 2))"),
        (r#"{"id": 1}"#, "Only(User { id: 1, name: None })"),
        (r#"{"message": "m", "code": -1}"#, r#"Only(Error { code: -1, message: "m" })"#),
        (r#"{"x": 1}"#, r#"Only(Map({"x": 1}))"#),
        (r#"{"id": 1, "y": 2}"#, r#"Only(Map({"id": 1, "y": 2}))"#),
        (r#"{"id": "1"}"#, r#"Only(User { id: 1, name: None }) ~ coerced at id: "1""#),
        (r#"{"id": 1, "at": "x"}"#, r#"Only(User { id: 1, name: None }) ~ unknown_field at at: "x""#),
    ]);
}

#[test]
fn a_value_that_no_variant_accepts_lists_each_with_its_first_problem() {
    assert_eq!(
        refuse::<Vec<Id>>(r#"[1, {"a": 1}]"#).to_string(),
        "1:5: [1]: no variant of `Id` matches this value (`Number`: expected an integer, found an object; \
         `Text`: expected a string, found an object) [no_variant]"
    );
    let report = refuse::<Payload>(r#"{"id": 1, "name": [], "message": 5}"#);
    assert_eq!(
        report.to_string(),
        "1:1: $: no variant of `Payload` matches this value (`Nothing`: expected null, found an object; \
         `Flag`: expected `true` or `false`, found an object; `Pair`: expected an array, found an object; \
         `User`: name: expected a string, found an array; `Error`: code: required field `code` is missing; \
         `Map`: name: expected an integer, found an array) [no_variant]"
    );
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Ruled {
    Small {
        #[connect(range(max = 9))]
        n: u32,
    },
    Large {
        #[connect(range(min = 100))]
        n: u32,
    },
}

#[test]
fn a_violated_rule_rules_out_a_variant() {
    check::<Only<Ruled>>(&[
        (r#"{"n": 5}"#, "Only(Small { n: 5 })"),
        (r#"{"n": 500}"#, "Only(Large { n: 500 })"),
        (r#"{"n": 50}"#, "! no_variant"),
    ]);
    let report = Ruled::Small { n: 10 }.validate().unwrap_err();
    assert_eq!(report.to_string(), "n: must be at most 9, is 10 [range]");
}

#[test]
fn problems_of_variants_that_did_not_match_are_discarded() {
    #[derive(ConnectModel, Debug)]
    struct Row {
        id: Id,
        other: u8,
    }
    assert_eq!(codes(&refuse::<Row>(r#"{"id": "a", "other": []}"#)), "! wrong_type");
    assert_eq!(codes(&refuse::<Row>(r#"{"id": [], "other": []}"#)), "! no_variant ! wrong_type");
}

#[test]
fn strict_leaves_only_variants_that_need_no_coercion() {
    check_with::<Only<Id>>(
        &Decoder::new().strict(true),
        &[("5", "Only(Number(5))"), (r#""5""#, r#"Only(Text("5"))"#), ("5.5", "! no_variant")],
    );
}

#[test]
fn a_syntax_error_ends_decoding_whatever_variant_is_tried() {
    for text in ["[1, x]", r#"{"id": 1, "name": "#, r#"{"id" 1}"#, "[1", ""] {
        assert_eq!(codes(&refuse::<Payload>(text)), "! syntax", "{text}");
    }
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(dead_code, reason = "only read")]
enum Outer {
    Flag(bool),
    Id(Id),
    Named { id: Id },
    List(Vec<Id>),
}

#[test]
fn a_hundred_thousand_nested_untagged_enums_are_resolved() {
    let items = [r#""x""#, "5", r#"{"id": "7"}"#, "[1, \"a\"]"];
    let text = format!("[{}]", items.iter().cycle().take(100_000).copied().collect::<Vec<_>>().join(","));
    let read: Vec<Outer> = from_str(&text).unwrap();
    assert_eq!(read.len(), 100_000);
    assert_eq!(
        format!("{:?}", &read[99_996..]),
        r#"[Id(Text("x")), Id(Number(5)), Named { id: Text("7") }, List([Number(1), Text("a")])]"#
    );
    let broken = text.replace(r#""x""#, "{}");
    let report = Decoder::new().max_issues(10).from_str::<Vec<Outer>>(&broken).unwrap_err();
    assert_eq!((report.issues().len(), report.truncated()), (10, true));
    assert_eq!(report.issues()[9].path().to_string(), "[36]");
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(dead_code, reason = "only read")]
enum Nested {
    A { x: Box<Nested>, a: u8 },
    B { x: Box<Nested>, b: u8 },
    C { x: Box<Nested>, c: u8 },
    Leaf(u8),
}

#[test]
fn an_untagged_enum_nested_in_itself_is_refused_within_milliseconds() {
    let nested = |depth: usize| format!("{}1{}", r#"{"x":"#.repeat(depth), r#","c":1}"#.repeat(depth));
    assert!(from_str::<Nested>(&nested(6)).is_ok());
    let start = Instant::now();
    let report = refuse::<Nested>(&nested(100));
    assert!(start.elapsed() < Duration::from_millis(500), "{:?}", start.elapsed());
    assert_eq!(codes(&report), "! work_limit");
    let message = report.issues()[0].message();
    assert!(message.starts_with("trying the variants of untagged enums read 10"), "{message}");
    assert!(message.ends_with(" bytes again, too many for this input"), "{message}");
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(dead_code, reason = "only read")]
enum Filter {
    Equals { field: String, value: Scalar },
    All { all: Vec<Filter> },
    Not { not: Box<Filter> },
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(dead_code, reason = "only read")]
enum Scalar {
    Number(f64),
    Bool(bool),
    Text(String),
    List(Vec<Scalar>),
    Object(std::collections::BTreeMap<String, Scalar>),
}

#[test]
fn what_is_read_once_may_be_nested_up_to_the_depth_limit() {
    let filter =
        |depth: usize| format!(r#"{}{{"field":"a","value":1}}{}"#, r#"{"not":"#.repeat(depth), "}".repeat(depth));
    for depth in [1, 5, 20, 126] {
        assert!(from_str::<Filter>(&filter(depth)).is_ok(), "{depth}");
        assert!(from_str::<Scalar>(&format!("{}{}", "[".repeat(depth), "]".repeat(depth))).is_ok(), "{depth}");
        let objects = format!("{}1{}", r#"{"a":"#.repeat(depth), "}".repeat(depth));
        assert!(from_str::<Scalar>(&objects).is_ok(), "{depth}");
    }
    for depth in [40, 100, 126] {
        let wrong = filter(depth).replace("value", "other");
        assert_eq!(codes(&refuse::<Filter>(&wrong)), "! no_variant", "{depth}");
    }
}

#[test]
fn the_message_of_nested_enums_stays_short() {
    let report = refuse::<Vec<Outer>>(r#"[{"id": {"id": {}}}]"#);
    let issue = &report.issues()[0];
    assert_eq!(*issue.code(), Code::NoVariant);
    assert!(issue.message().contains("`Named`: id: no variant of `Id` matches this value (`Number`: "), "{issue}");
    assert!(issue.message().len() < 1200, "{issue}");
}

fn payloads() -> impl Strategy<Value = Payload> {
    prop_oneof![
        Just(Payload::Nothing),
        any::<bool>().prop_map(Payload::Flag),
        any::<(u8, u8)>().prop_map(|(a, b)| Payload::Pair(a, b)),
        (any::<u32>(), any::<Option<String>>()).prop_map(|(id, name)| Payload::User { id, name }),
        (any::<i32>(), any::<String>()).prop_map(|(code, message)| Payload::Error { code, message }),
        prop::collection::btree_map("[p-z]{1,4}", any::<u32>(), 0..4).prop_map(Payload::Map),
    ]
}

proptest! {
    #[test]
    fn what_serde_writes_is_read_back_as_serde_reads_it(payload in payloads()) {
        let text = serde_json::to_string(&payload).unwrap();
        prop_assert_eq!(&from_str::<Payload>(&text).unwrap(), &payload);
        prop_assert_eq!(&serde_json::from_str::<Payload>(&text).unwrap(), &payload);
    }
}
