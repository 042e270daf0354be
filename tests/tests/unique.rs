//! `unique`: no item of an array equals another.

use std::collections::{BTreeMap, HashMap, VecDeque};

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{accept, problems, refuse};
use proptest::prelude::*;
use serde_json::Value;

#[derive(Debug, ConnectModel)]
struct Any {
    #[connect(unique)]
    items: Vec<Value>,
}

fn is_unique(items: &str) -> bool {
    from_str::<Any>(&format!("{{\"items\":{items}}}")).is_ok()
}

/// Matches `uniqueItems` of JSON Schema 2020-12 (validation, section 6.4.3).
#[test]
fn json_values_are_equal_if_they_mean_the_same() {
    for items in [
        "[]",
        "[1]",
        "[1, 2]",
        r#"["1", 1]"#,
        "[0, false]",
        "[1, true]",
        "[[1], [true]]",
        r#"["a", "A"]"#,
        "[[1, 2], [2, 1]]",
        r#"[{"a": 1}, {"a": 2}, {"b": 1}]"#,
        r#"[{}, [], null, "", 0, false]"#,
        r#"[{"a": {"b": 1}}, {"a": {"b": "1"}}]"#,
        "[9007199254740992, 9007199254740993]",
    ] {
        assert!(is_unique(items), "{items}");
    }
    for items in [
        "[1, 1]",
        "[1.0, 1.00, 1]",
        "[0, -0]",
        "[1e2, 100]",
        r#"["a", "\u0061"]"#,
        "[null, 1, null]",
        r#"[{"a": 1, "b": 2}, {"b": 2, "a": 1}]"#,
        r#"[[{"a": [1, {}]}], [{"a": [1.0, {}]}]]"#,
        "[[], []]",
    ] {
        assert!(!is_unique(items), "{items}");
    }
}

#[test]
fn the_message_names_the_first_duplicate_item() {
    #[derive(Debug, ConnectModel)]
    struct Post {
        #[connect(unique)]
        tags: Vec<String>,
        #[connect(unique(message = "no ids twice"))]
        ids: Option<[u8; 3]>,
    }
    let text = "{\"tags\":[\"a\",\"b\",\"c\",\"b\",\"a\"],\n\"ids\":[1,2,1]}";
    assert_eq!(
        problems(&refuse::<Post>(text)),
        ["1:9: tags: items must be unique: [3] repeats [1] [unique]", "2:7: ids: no ids twice [unique]"]
    );
}

#[derive(Debug, PartialEq, Eq, Hash, ConnectModel)]
struct Point {
    x: i8,
    y: Option<i8>,
}

#[derive(Debug, PartialEq, Eq, Hash, ConnectModel)]
enum Side {
    Left,
    Right,
}

#[derive(Debug, ConnectModel)]
struct Kinds<'a, T> {
    #[connect(unique)]
    models: Option<VecDeque<Point>>,
    #[connect(unique)]
    names: Option<Box<[Side]>>,
    #[connect(unique)]
    floats: Option<Vec<f64>>,
    #[connect(unique)]
    texts: Option<Vec<&'a str>>,
    #[connect(each(unique))]
    lists: Option<Vec<Vec<Option<u8>>>>,
    #[connect(unique)]
    maps: Option<Vec<HashMap<String, BTreeMap<u8, f32>>>>,
    #[connect(unique)]
    generic: Option<Vec<T>>,
}

#[test]
fn items_of_every_type_are_compared() {
    accept::<Kinds<'_, u8>>(
        r#"{"models":[{"x":1},{"x":1,"y":0}],"names":["Left","Right"],"floats":[0.1,0.10000000000000002],"texts":["a","b"],
            "lists":[[1,2],[1,2],[null]],"maps":[{"a":{"1":1}},{"a":{"1":2}}],"generic":[1,2]}"#,
    );
    let text = r#"{
        "models": [{"x": 1}, {"x": 2}, {"y": null, "x": 1}],
        "names": ["Left", "Right", "Left"],
        "floats": [0.1, 1e-1],
        "texts": ["a", "a"],
        "lists": [[1, 2], [3, 3], [null, 0, null]],
        "maps": [{"a": {"1": 1}, "b": {}}, {"b": {}, "a": {"1": 1}}],
        "generic": [{"x": 1}, {"x": 1}]
    }"#;
    assert_eq!(
        problems(&refuse::<Kinds<'_, Point>>(text)),
        [
            "2:19: models: items must be unique: [2] repeats [0] [unique]",
            "3:18: names: items must be unique: [2] repeats [0] [unique]",
            "4:19: floats: items must be unique: [1] repeats [0] [unique]",
            "5:18: texts: items must be unique: [1] repeats [0] [unique]",
            "6:27: lists[1]: items must be unique: [1] repeats [0] [unique]",
            "6:35: lists[2]: items must be unique: [2] repeats [0] [unique]",
            "7:17: maps: items must be unique: [1] repeats [0] [unique]",
            "8:20: generic: items must be unique: [1] repeats [0] [unique]",
        ]
    );
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::from), (0..3).prop_map(Value::from)]
}

fn value() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(2, 8, 3, |inside| {
        prop_oneof![
            prop::collection::vec(inside.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[ab]", inside, 0..3).prop_map(|map| map.into_iter().collect::<Value>()),
        ]
    })
}

proptest! {
    #[test]
    fn the_result_matches_comparing_all_pairs(items in prop::collection::vec(value(), 0..8)) {
        let repeats = (0..items.len()).any(|index| items[..index].contains(&items[index]));
        prop_assert_eq!((Any { items }).validate().is_err(), repeats);
    }
}

/// Comparing all pairs would take minutes.
#[test]
fn many_and_deeply_nested_items_take_linear_time() {
    let many: Vec<Value> =
        (0..200_000).map(|number| Value::from(format!("an item with the number {number}"))).collect();
    assert!((Any { items: many }).validate().is_ok());
    let nested = |last: u32| (0..100).fold(Value::from(last), |inside, _| Value::from(vec![inside]));
    assert!((Any { items: (0..5_000).map(nested).collect() }).validate().is_ok());
}
