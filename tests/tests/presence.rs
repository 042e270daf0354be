//! Which fields may be absent or null, what they become then, and duplicate keys.
#![expect(clippy::option_option, reason = "the tests distinguish null from absent")]

use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with, codes, refuse};
use serde_json::Value;

#[derive(Debug, ConnectModel)]
struct Required {
    id: String,
    count: u8,
    tags: Vec<String>,
    any: Value,
}

#[test]
fn a_field_that_is_neither_optional_nor_defaulted_is_required() {
    check::<Required>(&[
        (r#"{"id":"a","count":1,"tags":[],"any":null}"#, r#"Required { id: "a", count: 1, tags: [], any: Null }"#),
        ("{}", "! missing_field ! missing_field ! missing_field ! missing_field"),
        (r#"{"id":null,"count":null,"tags":null,"any":null}"#, "! wrong_type ! wrong_type ! wrong_type"),
        ("[]", "! wrong_type"),
        ("null", "! wrong_type"),
        (r#""x""#, "! wrong_type"),
        ("5", "! wrong_type"),
    ]);
}

#[test]
fn a_missing_field_is_named_in_its_path_and_reported_at_the_object() {
    let report = refuse::<Vec<Required>>("[\n  {\"id\":\"a\",\"tags\":[],\"any\":1}\n]");
    assert_eq!(report.to_string(), "2:3: [0].count: required field `count` is missing [missing_field]");
    assert_eq!(report.issues()[0].path().pointer(), "/0/count");
    assert_eq!(report.issues()[0].span(), Some(4..5));
}

#[test]
fn missing_fields_are_listed_in_declaration_order_before_problems_inside_the_object() {
    let report = refuse::<Required>(r#"{"count":true}"#);
    let paths: Vec<String> = report.issues().iter().map(|issue| issue.path().to_string()).collect();
    assert_eq!(paths, ["id", "tags", "any", "count"]);
}

#[derive(Debug, ConnectModel)]
struct Optional {
    one: Option<u8>,
    two: Option<Option<u8>>,
    three: Option<Option<Option<u8>>>,
    boxed: Box<Option<u8>>,
    marker: PhantomData<String>,
}

#[test]
fn options_may_be_absent_and_nested_options_distinguish_null_from_absent() {
    let wanted = |one: &str, two: &str, three: &str, boxed: &str| {
        format!(
            "Optional {{ one: {one}, two: {two}, three: {three}, boxed: {boxed}, marker: PhantomData<alloc::string::String> }}"
        )
    };
    check::<Optional>(&[
        ("{}", &wanted("None", "None", "None", "None")),
        (
            r#"{"one":null,"two":null,"three":null,"boxed":null,"marker":null}"#,
            &wanted("None", "Some(None)", "Some(Some(None))", "None"),
        ),
        (
            r#"{"one":1,"two":2,"three":3,"boxed":4}"#,
            &wanted("Some(1)", "Some(Some(2))", "Some(Some(Some(3)))", "Some(4)"),
        ),
        (r#"{"one":true,"two":[],"three":{},"boxed":"x"}"#, "! wrong_type ! wrong_type ! wrong_type ! invalid_number"),
    ]);
}

type Maybe = Option<u8>;

#[derive(Debug, ConnectModel)]
struct Aliased {
    alias: Maybe,
    qualified: std::option::Option<Maybe>,
}

#[derive(Debug, ConnectModel)]
struct Page<T> {
    data: T,
    next: Option<T>,
}

#[test]
fn the_type_decides_presence_however_it_is_spelled() {
    check::<Aliased>(&[
        ("{}", "Aliased { alias: None, qualified: None }"),
        (r#"{"alias":null,"qualified":null}"#, "Aliased { alias: None, qualified: Some(None) }"),
    ]);
    check::<Page<u8>>(&[
        (r#"{"data":1}"#, "Page { data: 1, next: None }"),
        ("{}", "! missing_field"),
        (r#"{"data":null}"#, "! wrong_type"),
    ]);
    check::<Page<Option<u8>>>(&[
        ("{}", "Page { data: None, next: None }"),
        (r#"{"data":null,"next":null}"#, "Page { data: None, next: Some(None) }"),
        (r#"{"data":1,"next":2}"#, "Page { data: Some(1), next: Some(Some(2)) }"),
    ]);
    check::<Page<Vec<Page<Maybe>>>>(&[(
        r#"{"data":[{}]}"#,
        "Page { data: [Page { data: None, next: None }], next: None }",
    )]);
}

#[derive(Debug, ConnectModel)]
struct Defaulted {
    #[connect(default)]
    flag: bool,
    #[connect(default)]
    name: String,
    #[connect(default = 7)]
    seven: u8,
    #[connect(default = vec!["a".to_owned()])]
    list: Vec<String>,
    #[connect(default = fallback_name())]
    call: String,
    #[connect(default = Some(1))]
    option: Option<u8>,
    #[serde(default)]
    serde: i64,
    #[serde(default = "fallback_name")]
    serde_path: String,
}

fn fallback_name() -> String {
    "nobody".to_owned()
}

#[test]
fn an_absent_field_gets_its_default_without_drift() {
    check::<Defaulted>(&[
        (
            "{}",
            r#"Defaulted { flag: false, name: "", seven: 7, list: ["a"], call: "nobody", option: Some(1), serde: 0, serde_path: "nobody" }"#,
        ),
        (
            r#"{"flag":true,"name":"n","seven":8,"list":[],"call":"c","option":null,"serde":1,"serde_path":"p"}"#,
            r#"Defaulted { flag: true, name: "n", seven: 8, list: [], call: "c", option: None, serde: 1, serde_path: "p" }"#,
        ),
    ]);
}

#[test]
fn a_default_replaces_absent_fields_but_not_null_or_invalid_values() {
    check::<Defaulted>(&[
        (r#"{"flag":null,"name":null,"seven":null}"#, "! wrong_type ! wrong_type ! wrong_type"),
        (r#"{"seven":300,"list":{}}"#, "! number_out_of_range ! wrong_type"),
        (r#"{"seven":1,"seven":2}"#, "! duplicate_field"),
    ]);
}

#[derive(Debug, ConnectModel)]
#[connect(default)]
struct Settings {
    retries: u8,
    host: String,
    #[connect(default = 9)]
    own: u8,
    #[connect(skip)]
    #[expect(dead_code, reason = "shown by Debug")]
    skipped: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self { retries: 3, host: "localhost".to_owned(), own: 1, skipped: 4 }
    }
}

#[derive(Debug, Default, ConnectModel)]
#[serde(default)]
struct SerdeSettings {
    retries: u8,
    host: String,
}

#[test]
fn a_containers_default_fills_absent_fields() {
    check::<Settings>(&[
        ("{}", r#"Settings { retries: 3, host: "localhost", own: 9, skipped: 4 }"#),
        (r#"{"host":"h"}"#, r#"Settings { retries: 3, host: "h", own: 9, skipped: 4 }"#),
        (r#"{"retries":1,"own":2}"#, r#"Settings { retries: 1, host: "localhost", own: 2, skipped: 4 }"#),
        (r#"{"retries":null}"#, "! wrong_type"),
        ("null", "! wrong_type"),
    ]);
    check::<SerdeSettings>(&[(r#"{"retries":1}"#, r#"SerdeSettings { retries: 1, host: "" }"#)]);
}

#[derive(Debug, ConnectModel)]
struct Demanding {
    #[connect(required)]
    parent: Option<u8>,
    #[connect(required)]
    deep: Option<Option<u8>>,
}

#[test]
fn a_required_option_must_be_present_but_may_be_null() {
    check::<Demanding>(&[
        ("{}", "! missing_field ! missing_field"),
        (r#"{"parent":null,"deep":null}"#, "Demanding { parent: None, deep: Some(None) }"),
        (r#"{"parent":1,"deep":2}"#, "Demanding { parent: Some(1), deep: Some(Some(2)) }"),
    ]);
}

#[derive(Debug, ConnectModel)]
struct Renamed {
    #[connect(alias = "identifier", alias = "ID")]
    id: u8,
    other: Option<u8>,
}

#[test]
fn a_duplicate_key_is_refused_whatever_its_spelling_and_values() {
    check::<Renamed>(&[
        (r#"{"id":1}"#, "Renamed { id: 1, other: None }"),
        (r#"{"ID":1}"#, "Renamed { id: 1, other: None }"),
        (r#"{"id":1,"id":2}"#, "! duplicate_field"),
        (r#"{"id":1,"identifier":2}"#, "! duplicate_field"),
        (r#"{"ID":1,"identifier":2}"#, "! duplicate_field"),
        (r#"{"ID":1,"id":2,"identifier":3}"#, "! duplicate_field ! duplicate_field"),
        (r#"{"id":1,"\u0069d":2}"#, "! duplicate_field"),
        (r#"{"id":true,"id":1}"#, "! wrong_type ! duplicate_field"),
        (r#"{"id":1,"id":true}"#, "! duplicate_field"),
        (r#"{"id":1,"id":{"x":[1,2]},"other":2}"#, "! duplicate_field"),
        (r#"{"id":1,"other":1,"other":null}"#, "! duplicate_field"),
        (r#"{"id":1, "x":1, "x":2}"#, "Renamed { id: 1, other: None } ~ unknown_field at x: 1 ~ unknown_field at x: 2"),
    ]);
    let report = refuse::<Renamed>("{\"id\": 1,\n  \"identifier\": 2}");
    assert_eq!(
        report.to_string(),
        "2:3: identifier: `identifier` repeats a field that the object already has [duplicate_field]"
    );
    assert_eq!(report.issues()[0].span(), Some(12..24));
}

#[test]
fn unknown_keys_are_skipped_and_recorded_as_drift() {
    check::<Renamed>(&[(
        r#"{"new":{"a":[1,2]},"id":1,"":null,"a.b":"x"}"#,
        r#"Renamed { id: 1, other: None } ~ unknown_field at new: {"a":[1,2]} ~ unknown_field at [""]: null ~ unknown_field at ["a.b"]: "x""#,
    )]);
    let strict = Decoder::new().strict(true);
    check_with::<Renamed>(&strict, &[(r#"{"id":1,"x":2}"#, "Renamed { id: 1, other: None } ~ unknown_field at x: 2")]);
    let denying = Decoder::new().deny_unknown_fields(true);
    check_with::<Renamed>(&denying, &[(r#"{"id":1,"x":2,"y":3}"#, "! unknown_field ! unknown_field")]);
}

#[derive(Debug, ConnectModel)]
struct Maps {
    hash: Option<HashMap<String, u8>>,
    tree: Option<BTreeMap<u8, Option<u8>>>,
    any: Option<Value>,
}

#[test]
fn maps_refuse_duplicate_keys_and_values_keep_the_last() {
    check::<Maps>(&[
        (r#"{"hash":{"a":1,"a":2}}"#, "! duplicate_field"),
        (r#"{"tree":{"1":null,"1":1}}"#, "! duplicate_field"),
        (r#"{"tree":{"1":null}}"#, "Maps { hash: None, tree: Some({1: None}), any: None }"),
        (r#"{"any":{"a":1,"a":2}}"#, r#"Maps { hash: None, tree: None, any: Some(Object {"a": Number(2)}) }"#),
        (r#"{"any":null}"#, "Maps { hash: None, tree: None, any: None }"),
    ]);
}

#[derive(Debug, ConnectModel)]
struct Tree {
    value: u8,
    child: Option<Box<Tree>>,
    #[connect(default)]
    children: Vec<Tree>,
}

#[test]
fn a_recursive_model_reports_every_level_and_is_read_to_the_depth_limit() {
    let read: Tree = connect_tests::accept(r#"{"value":1,"child":{"value":2,"child":null},"children":[{"value":3}]}"#);
    assert_eq!((read.value, read.child.unwrap().value, read.children[0].value), (1, 2, 3));
    let report = refuse::<Tree>(r#"{"child":{"child":{"value":1}},"children":[{"value":256}]}"#);
    let paths: Vec<String> = report.issues().iter().map(|issue| issue.path().to_string()).collect();
    assert_eq!(paths, ["value", "child.value", "children[0].value"]);
    let nested = |levels: usize| format!("{}null{}", "{\"value\":1,\"child\":".repeat(levels), "}".repeat(levels));
    connect_tests::on_small_stack(|| {
        assert!(connect_runtime::from_str::<Tree>(&nested(128)).is_ok());
        assert_eq!(codes(&refuse::<Tree>(&nested(129))), "! depth_limit");
    });
}

#[derive(Debug, ConnectModel)]
struct Empty {}

#[test]
fn a_model_without_fields_accepts_any_object() {
    check::<Empty>(&[
        ("{}", "Empty"),
        (r#"{"a":1}"#, "Empty ~ unknown_field at a: 1"),
        ("[]", "! wrong_type"),
        ("null", "! wrong_type"),
    ]);
}
