//! Untagged enums: the value itself determines the variant.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use connect_runtime::{Code, ConnectModel, Decoder, Report, from_str};
use connect_tests::{check, check_with, codes, problems, refuse};
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
    let report = refuse::<Payload>(r#"{"ix": 1, "name": [], "message": 5}"#);
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
    assert_eq!(report.issues()[9].path().to_string(), "[16].id");
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
        // The best variants of a few levels, and then the reasons.
        let codes = codes(&refuse::<Filter>(&wrong));
        assert!((2..=5).any(|lines| codes == vec!["! no_variant"; lines].join(" ")), "{depth}: {codes}");
    }
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(dead_code, reason = "only read")]
enum Twice {
    First { id: Id },
    Second { id: Id },
}

#[test]
fn the_message_of_nested_enums_stays_short() {
    let report = refuse::<Vec<Twice>>(r#"[{"id": {"id": {}}}]"#);
    let issue = &report.issues()[0];
    assert_eq!(*issue.code(), Code::NoVariant);
    assert!(issue.message().contains("`First`: id: no variant of `Id` matches this value (`Number`: "), "{issue}");
    assert!(issue.message().len() < 1200, "{issue}");
}

#[derive(ConnectModel, Debug)]
struct Page {
    items: Vec<Item>,
    #[connect(range(max = 100))]
    size: u8,
    next: Option<String>,
}

#[derive(ConnectModel, Debug)]
struct Item {
    id: u32,
    #[connect(length(min = 1))]
    name: String,
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(dead_code, reason = "only read")]
enum Resp {
    Err { error: String },
    Ok(Page),
}

/// What a variant reports after the line that names it.
fn with_best(name: &str, variant: &str, report: &Report) -> Vec<String> {
    let line = format!(
        "1:1: $: no variant of `{name}` matches this value; `{variant}` fits best, with these problems [no_variant]"
    );
    [line].into_iter().chain(problems(report)).collect()
}

#[test]
fn the_variant_that_fits_best_reports_all_its_problems() {
    let item = r#"{"id": "x", "name": ""}"#;
    let page = format!(r#"{{"items": [{}], "size": 101, "next": []}}"#, [item; 10].join(", "));
    let alone = refuse::<Page>(&page);
    assert_eq!(alone.issues().len(), 22);
    assert_eq!(problems(&refuse::<Resp>(&page)), with_best("Resp", "Ok", &alone));
    let spans = |report: &Report| report.issues().iter().map(connect_runtime::Issue::span).collect::<Vec<_>>();
    assert_eq!(spans(&refuse::<Resp>(&page))[1..], spans(&alone));

    let missing = r#"{"items": [{}], "next": null, "size": 1}"#;
    assert_eq!(problems(&refuse::<Resp>(missing)), with_best("Resp", "Ok", &refuse::<Page>(missing)));
    assert_eq!(
        problems(&refuse::<Resp>(r#"{"error": []}"#)),
        [
            "1:1: $: no variant of `Resp` matches this value; `Err` fits best, with these problems [no_variant]",
            "1:11: error: expected a string, found an array [wrong_type]",
        ]
    );
    // Half of what a page needs is not most of it.
    let report = refuse::<Resp>(r#"{"items": []}"#);
    let reasons = "(`Err`: error: required field `error` is missing; the object has `items`; `Ok`: size: ";
    assert!(report.to_string().contains(reasons), "{report}");
    assert_eq!(codes(&report), "! no_variant");
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(dead_code, reason = "only read")]
enum Shapes {
    Named {
        id: u8,
        #[connect(alias = "label")]
        name: String,
    },
    Sized {
        id: u8,
        name: String,
        size: u8,
    },
    Other {
        id: u8,
        kind: bool,
        note: Option<u8>,
    },
    Tagged(Box<Kind>),
    Loose {
        a: Option<u8>,
        id: bool,
        of: Vec<u8>,
    },
    Pair(u8, u8),
    Numbers(Vec<u8>),
    Switch(bool),
    Word(String),
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
#[allow(dead_code, reason = "only read")]
enum Kind {
    A { x: u8 },
}

/// The variant that is named as the best, if any.
fn best_of<T: connect_runtime::DecodeOwned + std::fmt::Debug>(text: &str) -> Option<String> {
    let report = refuse::<T>(text);
    let message = report.issues()[0].message();
    let variant = message.split_once("; `").and_then(|(_, rest)| rest.split_once("` fits best"));
    assert_eq!(variant.is_some(), report.issues().len() > 1, "{report}");
    variant.map(|(variant, _)| variant.to_owned())
}

#[test]
fn the_best_variant_has_the_most_of_its_required_keys() {
    for (text, best) in [
        (r#"{"id": -1, "name": "a"}"#, Some("Named")),
        (r#"{"id": -1, "label": "a"}"#, Some("Named")),
        (r#"{"id": -1, "name": "a", "size": 1}"#, Some("Sized")),
        (r#"{"id": -1, "size": 1}"#, Some("Sized")),
        (r#"{"id": -1, "kind": true}"#, Some("Other")),
        (r#"{"id": -1, "kind": true, "name": "a"}"#, None),
        (r#"{"id": -1}"#, None),
        (r#"{"note": "x"}"#, None),
        (r#"{"a": "x", "id": 1}"#, None),
        (r#"{"a": "x", "id": true, "of": []}"#, Some("Loose")),
        (r#"{"type": "A", "x": "a"}"#, Some("Tagged")),
        (r#"{"type": "B"}"#, Some("Tagged")),
        // Two variants take arrays, and two take strings.
        ("[300]", None),
        ("[true, 1]", None),
    ] {
        assert_eq!(best_of::<Shapes>(text).as_deref(), best, "{text}");
    }
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(dead_code, reason = "only read")]
enum Kinds {
    List(Vec<u8>),
    Switch(bool),
    Object(BTreeMap<String, u8>),
}

#[test]
fn the_only_variant_that_takes_the_kind_of_value_is_the_best() {
    for (text, best) in [
        ("[1, 300]", Some("List")),
        (r#"{"a": "x"}"#, Some("Object")),
        (r#""yes""#, Some("Switch")),
        ("5", None),
        ("null", None),
    ] {
        // A single line is enough where no variant takes the kind of value.
        assert_eq!(best_of::<Kinds>(text).as_deref(), best, "{text}");
    }
    assert_eq!(
        problems(&refuse::<Vec<Kinds>>("[[1, 300, 7, -1], true]")),
        [
            "1:2: [0]: no variant of `Kinds` matches this value; `List` fits best, with these problems [no_variant]",
            "1:6: [0][1]: the number `300` is out of range, expected 0 to 255 [number_out_of_range]",
            "1:14: [0][3]: the number `-1` is out of range, expected 0 to 255 [number_out_of_range]",
        ]
    );
}

#[test]
fn the_best_variant_inside_the_best_variant_reports_its_problems_too() {
    #[derive(ConnectModel, Debug)]
    #[connect(untagged)]
    #[allow(dead_code, reason = "only read")]
    enum Envelope {
        Empty(()),
        Data { data: Resp },
    }
    assert_eq!(
        problems(&refuse::<Envelope>(r#"{"data": {"error": 5.5e, "x": 1}}"#)).len(),
        1,
        "a syntax error ends the reading"
    );
    let report = refuse::<Envelope>(r#"{"data": {"items": [], "size": 300}}"#);
    assert_eq!(
        problems(&report),
        [
            "1:1: $: no variant of `Envelope` matches this value; `Data` fits best, with these problems [no_variant]",
            "1:10: data: no variant of `Resp` matches this value; `Ok` fits best, with these problems [no_variant]",
            "1:32: data.size: the number `300` is out of range, expected 0 to 255 [number_out_of_range]",
        ]
    );
}

#[test]
fn a_refused_value_leaves_no_drift_and_the_values_after_it_are_read() {
    #[derive(ConnectModel, Debug)]
    struct Row {
        #[connect(fallback, default = Resp::Err { error: String::new() })]
        first: Resp,
        second: u8,
    }
    check::<Row>(&[(
        r#"{"first": {"items": [], "size": "300", "y": 1}, "second": 2}"#,
        r#"Row { first: Err { error: "" }, second: 2 } ~ replaced at first: {"items": [], "size": "300", "y": 1}"#,
    )]);
    let report = refuse::<(Resp, u8)>(r#"[{"items": [], "size": 300}, "x"]"#);
    assert_eq!(codes(&report), "! no_variant ! number_out_of_range ! invalid_number");
}

#[test]
fn the_cost_of_a_refused_value_nested_in_itself_is_at_most_quadratic() {
    let time = |depth: usize| {
        let text = format!(r#"{}{{"field":"a","value":null}}{}"#, r#"{"not":"#.repeat(depth), "}".repeat(depth));
        let start = Instant::now();
        assert!(codes(&refuse::<Filter>(&text)).starts_with("! no_variant ! no_variant"));
        start.elapsed()
    };
    assert!(time(126) < Duration::from_secs(1), "{:?}", time(126));
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
