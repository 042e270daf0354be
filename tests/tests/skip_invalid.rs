//! `skip_invalid`: invalid items are left out of a list or map and recorded as drift.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with, refuse};

#[derive(ConnectModel, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Item {
    id: u8,
    #[connect(range(min = 1))]
    n: u8,
}

#[derive(ConnectModel, Debug)]
struct Model {
    #[connect(skip_invalid)]
    items: Vec<Item>,
    #[connect(skip_invalid, default, each(range(max = 9)), length(max = 2))]
    numbers: Option<Vec<u8>>,
    #[connect(skip_invalid, default)]
    map: BTreeMap<String, u8>,
}

#[test]
fn items_that_are_invalid_or_violate_a_rule_are_left_out() {
    check::<Model>(&[
        (
            r#"{"items": [{"id": 1, "n": 2}, {"id": 1}, 5, {"id": 1, "n": 0}, {"id": "3", "n": 4, "x": 1}]}"#,
            concat!(
                "Model { items: [Item { id: 1, n: 2 }, Item { id: 3, n: 4 }], numbers: None, map: {} } ~ ",
                r#"skipped at items[1]: {"id": 1} ~ skipped at items[2]: 5 ~ skipped at items[3]: {"id": 1, "n": 0} ~ "#,
                r#"coerced at items[4].id: "3" ~ unknown_field at items[4].x: 1"#
            ),
        ),
        (
            r#"{"items": [], "numbers": [1, 10, "x", "2"], "map": {"a": 1, "b": "x", "c": "3"}}"#,
            concat!(
                r#"Model { items: [], numbers: Some([1, 2]), map: {"a": 1, "c": 3} } ~ skipped at numbers[1]: 10 ~ "#,
                r#"skipped at numbers[2]: "x" ~ coerced at numbers[3]: "2" ~ skipped at map.b: "x" ~ coerced at map.c: "3""#
            ),
        ),
        (r#"{"items": [], "numbers": null}"#, "Model { items: [], numbers: None, map: {} }"),
    ]);
}

#[test]
fn a_problem_with_the_whole_collection_is_reported() {
    check::<Model>(&[
        (r#"{"items": {}}"#, "! wrong_type"),
        ("{}", "! missing_field"),
        (r#"{"items": [x]}"#, "! syntax"),
        (r#"{"items": [{"id": -1, "n": 0}, {"id": -1, "n": }]}"#, "! syntax"),
        (r#"{"items": [], "numbers": [1, 2, 3, 30]}"#, "! length"),
        (r#"{"items": [], "map": {"a": 1, "a": 2}}"#, "! duplicate_field"),
        (r#"{"items": [], "map": {"a": 1, "a": "x"}}"#, "! duplicate_field"),
    ]);
}

#[test]
fn strict_decoding_reports_every_invalid_item() {
    check_with::<Model>(
        &Decoder::new().strict(true),
        &[(r#"{"items": [{"id": 1}, 5], "numbers": [10]}"#, "! missing_field ! wrong_type ! range")],
    );
}

#[derive(ConnectModel, Debug)]
struct Kinds {
    #[connect(skip_invalid)]
    queue: VecDeque<u8>,
    #[connect(skip_invalid)]
    sorted: BTreeSet<Item>,
    #[connect(skip_invalid)]
    hashed: HashSet<u8>,
    #[connect(skip_invalid)]
    map: HashMap<u8, Item>,
}

#[test]
fn every_kind_of_list_and_map_supports_it() {
    check::<Kinds>(&[(
        r#"{"queue": [1, []], "sorted": [{}, {"id": 1, "n": 1}], "hashed": [2, {}], "map": {"1": {"id": 1, "n": 1}, "2": null}}"#,
        concat!(
            "Kinds { queue: [1], sorted: {Item { id: 1, n: 1 }}, hashed: {2}, map: {1: Item { id: 1, n: 1 }} } ~ ",
            r#"skipped at queue[1]: [] ~ skipped at sorted[0]: {} ~ skipped at hashed[1]: {} ~ skipped at map["2"]: null"#
        ),
    )]);
    let report = refuse::<Kinds>(r#"{"queue": [], "sorted": [], "hashed": [], "map": {"x": {"id": 1, "n": 1}}}"#);
    assert_eq!(report.to_string(), "1:51: map.x: expected an integer, found the string `\"x\"` [invalid_number]");
}

#[derive(ConnectModel, Debug)]
struct Combined {
    #[connect(skip_invalid, fallback, null_as_default, sensitive)]
    pins: Vec<u16>,
}

#[test]
fn skip_invalid_combines_with_fallback_null_as_default_and_sensitive() {
    check::<Combined>(&[
        (r#"{"pins": [1, "x"]}"#, "Combined { pins: [1] } ~ skipped at pins[1]: "),
        (r#"{"pins": {}}"#, "Combined { pins: [] } ~ replaced at pins: "),
        (r#"{"pins": null}"#, "Combined { pins: [] } ~ null_defaulted at pins: "),
    ]);
}
