//! `each`: rules for items and map values at any depth, and where their problems are reported.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
};

use connect_runtime::{ConnectModel, Decoder, Report};
use connect_tests::{accept, problems, refuse};
use indexmap::{IndexMap, IndexSet};

#[derive(Debug, ConnectModel)]
struct Lists<'a> {
    #[connect(each(range(max = 9)))]
    list: Option<Vec<u8>>,
    #[connect(each(length(max = 1)))]
    slice: Option<Box<[String]>>,
    #[connect(each(range(max = 9)))]
    array: Option<[u8; 2]>,
    #[connect(each(range(max = 9, message = "is too much")))]
    deque: Option<VecDeque<Option<u8>>>,
    #[connect(length(max = 2), each(length(min = 1), pattern = "^[a-z]*$"), unique)]
    several: Option<Vec<Cow<'a, str>>>,
}

#[test]
fn every_invalid_item_of_a_list_is_reported_at_its_own_position() {
    let text = r#"{
        "list": [1, 10, 2,
                 11],
        "slice": ["a", "bc"],
        "array": [10, 9],
        "deque": [null, 10],
        "several": ["a", "", "B", "a"]
    }"#;
    assert_eq!(
        problems(&refuse::<Lists<'_>>(text)),
        [
            "2:21: list[1]: must be at most 9, is 10 [range]",
            "3:18: list[3]: must be at most 9, is 11 [range]",
            "4:24: slice[1]: must be at most 1 character long, is 2 [length]",
            "5:19: array[0]: must be at most 9, is 10 [range]",
            "6:25: deque[1]: is too much [range]",
            "7:20: several: must have at most 2 items, has 4 [length]",
            "7:20: several: items must be unique: [3] repeats [0] [unique]",
            "7:26: several[1]: must be at least 1 character long, is 0 [length]",
            "7:30: several[2]: must match the pattern `^[a-z]*$` [pattern]",
        ]
    );
}

#[derive(Debug, ConnectModel)]
struct Maps {
    #[connect(each(range(max = 9)))]
    map: Option<HashMap<String, u8>>,
    #[connect(each(each(range(max = 9))))]
    tree: Option<BTreeMap<u16, Vec<u8>>>,
}

#[test]
fn an_invalid_map_value_is_reported_under_its_key() {
    accept::<Maps>(r#"{"map":{},"tree":{"1":[]}}"#);
    assert_eq!(
        problems(&refuse::<Maps>(r#"{"map":{"a":1,"a.b":10},"tree":{"7":[1],"70":[9,10]}}"#)),
        [
            "1:21: map[\"a.b\"]: must be at most 9, is 10 [range]",
            "1:49: tree[\"70\"][1]: must be at most 9, is 10 [range]",
        ]
    );
    let escaped = refuse::<Maps>(r#"{"map":{"\u0061\n":10}}"#);
    assert_eq!(problems(&escaped), ["1:20: map[\"a\\u{a}\"]: must be at most 9, is 10 [range]"]);
    assert_eq!(escaped.issues()[0].path().pointer(), "/map/a\n");
}

#[derive(Debug, ConnectModel)]
struct Sets {
    #[connect(each(range(max = 9)))]
    hashed: Option<HashSet<u8>>,
    #[connect(each(length(max = 1)))]
    sorted: Option<BTreeSet<String>>,
}

#[test]
fn an_invalid_set_item_is_reported_at_its_position_in_the_input() {
    let text = r#"{"hashed":[1,20,3],"sorted":["zz","a","\u0062b"]}"#;
    assert_eq!(
        problems(&refuse::<Sets>(text)),
        [
            "1:14: hashed[1]: must be at most 9, is 20 [range]",
            "1:30: sorted[0]: must be at most 1 character long, is 2 [length]",
            "1:39: sorted[2]: must be at most 1 character long, is 2 [length]",
        ]
    );
    let value = Sets { hashed: None, sorted: Some(["zz", "a", "bb"].map(str::to_owned).into()) };
    let report = value.validate().expect_err("two items are too long");
    assert_eq!(
        problems(&report),
        [
            "sorted[1]: must be at most 1 character long, is 2 [length]",
            "sorted[2]: must be at most 1 character long, is 2 [length]",
        ]
    );
}

#[derive(Debug, ConnectModel)]
struct Ordered {
    #[connect(length(max = 2), each(length(max = 1), custom = is_lower))]
    map: IndexMap<String, Option<String>>,
    #[connect(each(range(max = 9)))]
    set: IndexSet<u8>,
}

fn is_lower(text: &str) -> Result<(), &'static str> {
    if text.chars().any(char::is_uppercase) { Err("must be lower case") } else { Ok(()) }
}

#[test]
fn insertion_ordered_maps_and_sets_are_checked_too() {
    assert_eq!(
        problems(&refuse::<Ordered>(r#"{"map":{"z":"A","y":null,"x":"bc"},"set":[10,3,11]}"#)),
        [
            "1:8: map: must have at most 2 entries, has 3 [length]",
            "1:13: map.z: must be lower case [custom]",
            "1:30: map.x: must be at most 1 character long, is 2 [length]",
            "1:43: set[0]: must be at most 9, is 10 [range]",
            "1:48: set[2]: must be at most 9, is 11 [range]",
        ]
    );
}

#[derive(Debug, ConnectModel)]
struct Matrix<T> {
    #[connect(each(each(each(range(min = 0), multiple_of = 0.5))))]
    cells: Vec<[Option<BTreeMap<String, T>>; 2]>,
}

#[test]
fn rules_reach_items_at_any_depth() {
    accept::<Matrix<f64>>(r#"{"cells":[[null,{"a":0.5}]]}"#);
    assert_eq!(
        problems(&refuse::<Matrix<f64>>(r#"{"cells":[[{"a":-0.5},null],[{},{"a":1,"b":0.75}]]}"#)),
        [
            "1:17: cells[0][0].a: must be at least 0, is -0.5 [range]",
            "1:44: cells[1][1].b: must be a multiple of 0.5, is 0.75 [multiple_of]",
        ]
    );
}

#[derive(Debug, ConnectModel)]
struct Order {
    lines: Vec<Line>,
}

#[derive(Debug, ConnectModel)]
struct Line {
    #[connect(range(min = 1))]
    amount: i32,
}

fn order(amounts: impl Iterator<Item = i32>) -> String {
    let lines: Vec<String> = amounts.map(|amount| format!("{{\"amount\":{amount}}}")).collect();
    format!("{{\"lines\":[\n{}\n]}}", lines.join(",\n"))
}

#[test]
fn at_most_a_hundred_problems_are_listed_and_more_set_truncated() {
    let report = |amounts: Vec<i32>| refuse::<Order>(&order(amounts.into_iter()));
    let hundred = report(vec![0; 100]);
    assert_eq!((hundred.issues().len(), hundred.truncated()), (100, false));
    let more = report(vec![0; 101]);
    assert_eq!((more.issues().len(), more.truncated()), (100, true));
    assert_eq!(problems(&more)[99], "101:11: lines[99].amount: must be at least 1, is 0 [range]");
    assert_eq!(problems(&report(vec![1, 2, 3, 0])), ["5:11: lines[3].amount: must be at least 1, is 0 [range]"]);
}

#[derive(Debug, ConnectModel)]
struct Numbers {
    #[connect(each(range(max = 0)))]
    numbers: Vec<u32>,
}

#[test]
fn rule_violations_of_items_are_capped_too_and_found_in_linear_time() {
    let text = format!("{{\"numbers\":{:?}}}", (1..=100_000).collect::<Vec<u32>>());
    let lines = |report: &Report| (report.issues().len(), report.truncated());
    assert_eq!(lines(&refuse::<Numbers>(&text)), (100, true));
    let all = Decoder::new().max_issues(100_000).from_str::<Numbers>(&text).expect_err("every item is too much");
    assert_eq!(lines(&all), (100_000, false));
    let last = &all.issues()[99_999];
    assert_eq!((last.path().to_string().as_str(), &text[last.span().expect("a span")]), ("numbers[99999]", "100000"));
}
