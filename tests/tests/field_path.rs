//! `path`: fields that are members of objects inside.

use std::collections::BTreeMap;

use connect_runtime::{ConnectModel, Decoder, Rejection};
use connect_tests::{accept, check, check_with, problems, refuse};
use proptest::{prelude::*, test_runner::TestCaseError};
use serde_json::Value as Json;

#[derive(Debug, Clone, PartialEq, ConnectModel)]
struct User {
    kind: String,
    #[connect(path = "data.attributes.id")]
    id: u32,
    #[connect(path = "data.attributes.name", length(min = 2))]
    name: Option<String>,
    #[connect(path = "data.id", default = 7)]
    outer: u8,
    #[connect(path = "meta.a\\.b")]
    dotted: Option<bool>,
    last: u8,
}

fn user() -> User {
    User { kind: "k".into(), id: 1, name: Some("ada".into()), outer: 2, dotted: Some(true), last: 9 }
}

#[test]
fn members_are_read_in_any_order_of_keys() {
    let texts = [
        r#"{"kind":"k","data":{"attributes":{"id":1,"name":"ada"},"id":2},"meta":{"a.b":true},"last":9}"#,
        r#"{"last": 9, "meta": {"a.b": true}, "data": {"id": 2, "attributes": {"name": "ada", "id": 1}}, "kind": "k"}"#,
        r#"{ "data" : { "attributes" : { "id" : 1 , "name" : "ada" } , "id" : 2 } , "kind" : "k" , "last" : 9 , "meta" : { "a.b" : true } }"#,
        r#"{"kind":"k","d\u0061ta":{"attribute\u0073":{"\u0069d":1,"name":"ada"},"id":2},"meta":{"a.b":true},"last":9}"#,
    ];
    for text in texts {
        assert_eq!(accept::<User>(text), user(), "{text}");
        let lines = format!("{text}\n{text}");
        let read: Vec<User> =
            connect_runtime::Decoder::new().stream(lines.as_bytes()).map(|one| one.unwrap().value).collect();
        assert_eq!(read, [user(), user()]);
    }
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Pair {
    #[connect(path = "a.b.c")]
    c: u8,
    #[connect(path = "a.d")]
    d: Option<u8>,
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Lenient {
    #[connect(path = "a.b")]
    b: Option<u8>,
    #[connect(path = "a.c.d", default)]
    d: u8,
}

#[test]
fn what_is_absent_or_null_on_the_way_is_absent() {
    check::<Lenient>(&[
        ("{}", "Lenient { b: None, d: 0 }"),
        (r#"{"a": null}"#, "Lenient { b: None, d: 0 }"),
        (r#"{"a": {}}"#, "Lenient { b: None, d: 0 }"),
        (r#"{"a": {"b": null, "c": null}}"#, "Lenient { b: None, d: 0 }"),
        (r#"{"a": {"b": 1, "c": {"d": 2}}}"#, "Lenient { b: Some(1), d: 2 }"),
        (r#"{"a": {"c": {"d": "2"}}}"#, r#"Lenient { b: None, d: 2 } ~ coerced at a.c.d: "2""#),
        (r#"{"a": 5}"#, "! wrong_type"),
        (r#"{"a": []}"#, "! wrong_type"),
        (r#"{"a": {"c": ["d"]}}"#, "! wrong_type"),
    ]);
    let refused = |json| problems(&refuse::<Pair>(json));
    assert_eq!(refused("{}"), ["1:1: a.b.c: required field `a.b.c` is missing [missing_field]"]);
    assert_eq!(refused(r#"{"a": {}}"#), ["1:7: a.b.c: required field `a.b.c` is missing [missing_field]"]);
    assert_eq!(refused(r#"{"a": {"b": {}}}"#), ["1:13: a.b.c: required field `a.b.c` is missing [missing_field]"]);
    assert_eq!(refused(r#"{"a": null}"#), ["1:7: a: expected an object, found `null` [wrong_type]"]);
    assert_eq!(refused(r#"{"a": {"b": null}}"#), ["1:13: a.b: expected an object, found `null` [wrong_type]"]);
    assert_eq!(refused(r#"{"a": {"b": [{"c": 1}]}}"#), ["1:13: a.b: expected an object, found an array [wrong_type]"]);
    assert_eq!(refused(r#"{"a": "x"}"#), ["1:7: a: expected an object, found the string `\"x\"` [wrong_type]"]);
    assert_eq!(
        refused(r#"{"a": {"b": {"c": -1}}}"#),
        ["1:19: a.b.c: the number `-1` is out of range, expected 0 to 255 [number_out_of_range]"]
    );
}

#[test]
fn other_keys_are_unknown_and_repeated_ones_are_duplicates() {
    check::<Pair>(&[
        (
            r#"{"a": {"b": {"c": 1, "x": 2}, "y": 3}, "z": 4}"#,
            "Pair { c: 1, d: None } ~ unknown_field at a.b.x: 2 ~ unknown_field at a.y: 3 ~ unknown_field at z: 4",
        ),
        (r#"{"a": {"b": {"c": 1}}, "a": {"d": 1}}"#, "! duplicate_field"),
        (r#"{"a": {"b": {"c": 1}, "b": {}}}"#, "! duplicate_field"),
        (r#"{"a": {"b": {"c": 1, "c": 2}}}"#, "! duplicate_field"),
        (r#"{"a": {"b": {"c": 1}"#, "! syntax"),
        (r#"{"a": {"b": {"c": 1}]}"#, "! syntax"),
    ]);
    check_with::<Pair>(
        &Decoder::new().deny_unknown_fields(true),
        &[(r#"{"a": {"b": {"c": 1}, "y": 3}}"#, "! unknown_field")],
    );
    check::<Closed>(&[(r#"{"a": {"b": 1}}"#, "Closed { b: 1 }"), (r#"{"a": {"b": 1, "c": 2}}"#, "! unknown_field")]);
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(deny_unknown_fields)]
struct Closed {
    #[connect(path = "a.b")]
    b: u8,
}

#[test]
fn rules_have_the_whole_path_and_the_place_of_the_value() {
    let text = r#"{"kind":"k","data":{"attributes":{"id":1,"name":"a"}},"last":9}"#;
    let message = "data.attributes.name: must have at least 2 characters, has 1 [length]";
    let found = problems(&refuse::<User>(text));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("1:49: data.attributes.name: "), "{found:?} {message}");
    let report = User { name: Some("a".into()), ..user() }.validate().unwrap_err();
    assert_eq!(report.issues()[0].path().to_string(), "data.attributes.name");
    assert!(user().validate().is_ok());
}

#[derive(Debug, PartialEq, Default, ConnectModel)]
#[connect(default, check = in_order)]
struct Period {
    #[connect(path = "dates.from", range(max = 50))]
    from: u8,
    #[connect(path = "dates.to")]
    to: u8,
    #[connect(path = "dates.inner")]
    inner: Option<Box<Period>>,
}

fn in_order(period: &Period) -> Result<(), Rejection> {
    if period.from <= period.to { Ok(()) } else { Err(Rejection::new("ends before it starts").field("to")) }
}

#[test]
fn the_container_default_and_checks_know_the_path() {
    check::<Period>(&[
        ("{}", "Period { from: 0, to: 0, inner: None }"),
        (r#"{"dates": {"to": 3}}"#, "Period { from: 0, to: 3, inner: None }"),
    ]);
    assert_eq!(
        problems(&refuse::<Period>(r#"{"dates": {"from": 5, "to": 3}}"#)),
        ["1:29: dates.to: ends before it starts [custom]"]
    );
    let inner = refuse::<Period>(r#"{"dates": {"inner": {"dates": {"from": 60, "to": 70}}}}"#);
    assert_eq!(inner.issues()[0].path().to_string(), "dates.inner.dates.from");
    let built = Period { inner: Some(Box::new(Period { from: 60, to: 70, inner: None })), ..Period::default() };
    assert_eq!(built.validate().unwrap_err().issues()[0].path().to_string(), "dates.inner.dates.from");
}

mod double {
    pub(crate) fn decode(json: &str) -> Result<u32, &'static str> {
        json.parse::<u32>().map(|n| n * 2).map_err(|_| "no number")
    }
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "type")]
enum Event<T> {
    Click {
        #[connect(path = "at.x", with = double)]
        x: u32,
        #[connect(path = "at.y", null_as_default)]
        y: u8,
        #[connect(path = "value.of", required)]
        value: Option<T>,
        #[connect(flatten)]
        rest: BTreeMap<String, Json>,
    },
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Page {
    number: u8,
    #[connect(flatten)]
    pair: Pair,
    #[connect(path = "x.list", skip_invalid, sensitive)]
    list: Vec<Closed>,
    #[connect(path = "x.mode", fallback)]
    mode: u8,
}

#[test]
fn in_variants_generic_models_flattened_ones_and_with_other_attributes() {
    check::<Event<u8>>(&[
        (
            r#"{"at": {"x": 2, "y": null}, "more": 1, "value": {"of": 3}, "type": "Click"}"#,
            r#"Click { x: 4, y: 0, value: Some(3), rest: {"more": Number(1)} } ~ null_defaulted at at.y: null"#,
        ),
        (
            r#"{"type": "Click", "at": {"x": 2, "y": 1}, "value": {"of": null}}"#,
            "Click { x: 4, y: 1, value: None, rest: {} }",
        ),
        (r#"{"type": "Click", "at": {"x": 2, "y": 1}, "value": {}}"#, "! missing_field"),
    ]);
    check::<Page>(&[
        (
            r#"{"number": 1, "a": {"b": {"c": 2}}, "x": {"list": [{"a": {"b": 1}}, {"a": 5}], "mode": "?"}}"#,
            "Page { number: 1, pair: Pair { c: 2, d: None }, list: [Closed { b: 1 }], mode: 0 } ~ skipped at x.list[1]:  ~ replaced at x.mode: \"?\"",
        ),
        (r#"{"x": {"mode": 1, "list": []}, "number": 1}"#, "! missing_field"),
    ]);
    let strict = Decoder::new().strict(true);
    check_with::<Pair>(&strict, &[(r#"{"a": {"b": {"c": "1"}}}"#, "! wrong_type")]);
}

#[test]
fn other_formats_and_serde_read_them_too() {
    let value = serde_json::json!({"a": {"b": {"c": 1}, "d": 2}});
    assert_eq!(serde_json::from_value::<Pair>(value.clone()).unwrap(), Pair { c: 1, d: Some(2) });
    assert_eq!(connect_runtime::from_value::<Pair>(value).unwrap(), Pair { c: 1, d: Some(2) });
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Secret {
    #[connect(path = "auth.card.number", sensitive, length(max = 3))]
    number: String,
}

#[test]
fn what_comes_in_place_of_an_object_with_a_sensitive_field_is_hidden() {
    for text in [
        r#"{"auth": "4111"}"#,
        r#"{"auth": {"card": "4111"}}"#,
        r#"{"auth": {"card": {"number": "4111"}}}"#,
        r#"{"auth": {"card": {"number": ["4111"]}}}"#,
    ] {
        let report = refuse::<Secret>(text);
        assert!(!report.to_string().contains("4111"), "{report}");
    }
}

/// The same fields as nested models: the oracle of the property below.
#[derive(Debug, PartialEq, ConnectModel)]
struct Nested {
    kind: Option<u8>,
    a: A,
}

#[derive(Debug, PartialEq, ConnectModel)]
struct A {
    b: B,
    d: Option<u8>,
}

#[derive(Debug, PartialEq, ConnectModel)]
struct B {
    c: u8,
    e: String,
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Flat {
    #[connect(path = "a.b.e")]
    e: String,
    #[connect(path = "a.d")]
    d: Option<u8>,
    kind: Option<u8>,
    #[connect(path = "a.b.c")]
    c: u8,
}

/// JSON whose keys and values are often those of the models above.
fn json(depth: u32) -> BoxedStrategy<String> {
    let leaf =
        prop::sample::select(vec!["1", "\"1\"", "null", "300", "\"x\"", "[]", "{}", "{"]).prop_map(str::to_owned);
    if depth == 0 {
        return leaf.boxed();
    }
    let key = prop::sample::select(vec!["a", "b", "c", "d", "e", "kind", "x"]);
    let object = prop::collection::vec((key, json(depth - 1)), 0..5).prop_map(|entries| {
        let entries: Vec<_> = entries.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
        format!("{{{}}}", entries.join(", "))
    });
    prop_oneof![1 => leaf, 5 => object].boxed()
}

fn object(entries: &[String]) -> String {
    format!("{{{}}}", entries.join(","))
}

/// Valid entries, in any order and with others between them.
fn shuffled() -> impl Strategy<Value = String> {
    let b = Just(vec!["\"c\": 5".to_owned(), "\"e\": \"t\"".to_owned(), "\"x\": [1]".to_owned()]).prop_shuffle();
    let a = b.prop_flat_map(|b| {
        Just(vec![format!("\"b\": {}", object(&b)), "\"d\": \"7\"".to_owned(), "\"y\": {}".to_owned()]).prop_shuffle()
    });
    let all =
        a.prop_flat_map(|a| Just(vec![format!("\"a\": {}", object(&a)), "\"kind\": 1".to_owned()]).prop_shuffle());
    all.prop_map(|all| object(&all))
}

fn compare(text: &str) -> Result<(), TestCaseError> {
    let (flat, nested) = (Decoder::new().decode::<Flat>(text), Decoder::new().decode::<Nested>(text));
    match (flat, nested) {
        (Ok(flat), Ok(nested)) => {
            prop_assert_eq!(flat.drift.to_string(), nested.drift.to_string());
            let Nested { kind, a: A { b: B { c, e }, d } } = nested.value;
            prop_assert_eq!(flat.value, Flat { e, d, kind, c });
        }
        (flat, nested) => {
            prop_assert!(flat.is_err() && nested.is_err(), "{text}: {flat:?} {nested:?}");
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn paths_read_what_nested_models_read(text in json(3), valid in shuffled()) {
        compare(&text)?;
        prop_assert!(Decoder::new().decode::<Flat>(&valid).is_ok(), "{}", valid);
        compare(&valid)?;
    }
}
