//! Flattened fields: their keys are read from the enclosing object.

use std::collections::{BTreeMap, HashMap};

use connect_runtime::{ConnectModel, Decoder, from_str};
use connect_tests::{check, check_with, codes, refuse};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize, rename_all = "camelCase", alias_all = "snake_case")]
#[serde(rename_all = "camelCase")]
struct Page {
    next_cursor: Option<String>,
    #[connect(range(max = 100))]
    page_size: u32,
}

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
struct List {
    id: String,
    #[serde(flatten)]
    page: Page,
    items: Vec<u8>,
}

#[test]
fn a_structs_keys_may_be_mixed_with_the_others_in_any_order() {
    let list = r#"List { id: "7", page: Page { next_cursor: Some("x"), page_size: 5 }, items: [1] }"#;
    check::<List>(&[
        (r#"{"id": "7", "nextCursor": "x", "pageSize": 5, "items": [1]}"#, list),
        (r#"{"pageSize": 5, "items": [1], "next_cursor": "x", "id": "7"}"#, list),
        (
            r#"{"id": 7, "pageSize": "5", "items": [], "more": true}"#,
            r#"List { id: "7", page: Page { next_cursor: None, page_size: 5 }, items: [] } ~ coerced at id: 7 ~ coerced at pageSize: "5" ~ unknown_field at more: true"#,
        ),
    ]);
}

#[test]
fn problems_have_their_own_positions_in_input_order() {
    let text = "{\"pageSize\": 500,\n \"items\": [300],\n \"nextCursor\": [], \"id\": null}";
    assert_eq!(
        refuse::<List>(text).to_string(),
        "1:14: pageSize: must be at most 100, is 500 [range]\n\
         2:12: items[0]: the number `300` is out of range, expected 0 to 255 [number_out_of_range]\n\
         3:16: nextCursor: expected a string, found an array [wrong_type]\n\
         3:26: id: expected a string, found `null` [wrong_type]"
    );
    assert_eq!(
        refuse::<List>(r#" {"id": "7"}"#).to_string(),
        "1:2: pageSize: required field `pageSize` is missing [missing_field]\n\
         1:2: items: required field `items` is missing [missing_field]"
    );
}

#[test]
fn a_duplicate_key_is_reported_wherever_its_field_is() {
    for text in [
        r#"{"id": "7", "pageSize": 5, "items": [], "pageSize": 6}"#,
        r#"{"id": "7", "nextCursor": null, "pageSize": 5, "items": [], "next_cursor": "x"}"#,
        r#"{"id": "7", "pageSize": 5, "items": [], "id": "8"}"#,
    ] {
        assert_eq!(codes(&refuse::<List>(text)), "! duplicate_field", "{text}");
    }
}

#[test]
fn validate_adds_no_path_segment_for_a_flattened_field() {
    let list = List { id: String::new(), page: Page { next_cursor: None, page_size: 101 }, items: vec![] };
    assert_eq!(list.validate().unwrap_err().to_string(), "pageSize: must be at most 100, is 101 [range]");
}

#[derive(ConnectModel, Debug)]
#[connect(deny_unknown_fields)]
struct Closed {
    id: u8,
    #[connect(flatten)]
    page: Page,
}

#[test]
fn deny_unknown_fields_knows_the_flattened_keys() {
    check::<Closed>(&[
        (r#"{"id": 1, "pageSize": 2}"#, "Closed { id: 1, page: Page { next_cursor: None, page_size: 2 } }"),
        (r#"{"id": 1, "pageSize": 2, "page": 3}"#, "! unknown_field"),
    ]);
    check_with::<List>(
        &Decoder::new().deny_unknown_fields(true),
        &[(r#"{"id": "7", "pageSize": 5, "items": [], "x": 1}"#, "! unknown_field")],
    );
}

#[derive(ConnectModel, Debug)]
struct Optional {
    id: u8,
    #[connect(flatten)]
    page: Option<Page>,
    #[connect(flatten)]
    boxed: Box<Boxed>,
}

#[derive(ConnectModel, Debug)]
struct Boxed {
    label: String,
    #[connect(flatten)]
    deep: Option<Box<Deep>>,
}

#[derive(ConnectModel, Debug)]
struct Deep {
    depth: i8,
    #[connect(default)]
    unit: String,
}

#[test]
fn an_option_is_none_only_if_all_its_keys_are_absent() {
    check::<Optional>(&[
        (r#"{"id": 1, "label": "a"}"#, r#"Optional { id: 1, page: None, boxed: Boxed { label: "a", deep: None } }"#),
        (r#"{"id": 1, "label": "a", "nextCursor": null}"#, "! missing_field"),
        (
            r#"{"unit": "m", "pageSize": 3, "label": "a", "depth": "-1", "id": 1}"#,
            r#"Optional { id: 1, page: Some(Page { next_cursor: None, page_size: 3 }), boxed: Boxed { label: "a", deep: Some(Deep { depth: -1, unit: "m" }) } } ~ coerced at depth: "-1""#,
        ),
        (r#"{"unit": "m", "label": "a", "id": 1}"#, "! missing_field"),
    ]);
}

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
struct Extended {
    id: u8,
    #[serde(flatten)]
    page: Page,
    #[serde(flatten)]
    extra: BTreeMap<String, Value>,
}

/// serde would give the map every key except `id`.
#[derive(ConnectModel, Debug)]
struct MapFirst {
    #[connect(flatten)]
    extra: BTreeMap<String, Value>,
    id: u8,
    #[connect(flatten)]
    page: Page,
}

#[test]
fn a_map_takes_the_remaining_keys_wherever_it_is_declared() {
    check::<MapFirst>(&[
        (
            r#"{"a": null, "id": 1, "pageSize": 2, "b": [1]}"#,
            r#"MapFirst { extra: {"a": Null, "b": Array [Number(1)]}, id: 1, page: Page { next_cursor: None, page_size: 2 } }"#,
        ),
        (r#"{"id": 1, "pageSize": 2, "a": 1, "a": 2}"#, "! duplicate_field"),
    ]);
}

#[derive(ConnectModel, Debug)]
struct Scores {
    name: String,
    #[connect(flatten, length(max = 2))]
    scores: HashMap<u8, f32>,
}

#[derive(ConnectModel, Debug)]
struct Loose {
    name: String,
    #[connect(flatten)]
    rest: Map<String, Value>,
}

#[derive(ConnectModel, Debug)]
struct Anything {
    name: String,
    #[connect(flatten)]
    rest: Value,
}

#[test]
fn maps_of_any_kind_support_coercion_problems_and_rules() {
    check::<Scores>(&[
        (r#"{"1": "0.5", "name": "a"}"#, r#"Scores { name: "a", scores: {1: 0.5} } ~ coerced at ["1"]: "0.5""#),
        (r#"{"name": "a"}"#, r#"Scores { name: "a", scores: {} }"#),
        (r#"{"1": 1, "name": "a", "2": 2, "3": 3}"#, "! length"),
        (r#"{"one": 1, "name": "a", "2": []}"#, "! invalid_number ! wrong_type"),
    ]);
    check::<Loose>(&[(
        r#"{"b": {"c": 1}, "name": "a"}"#,
        r#"Loose { name: "a", rest: {"b": Object {"c": Number(1)}} }"#,
    )]);
    check::<Anything>(&[(r#"{"b": 1, "name": "a"}"#, r#"Anything { name: "a", rest: Object {"b": Number(1)} }"#)]);
    let report = refuse::<Scores>(r#"{"1": 1, "name": "a", "2": 2, "3": 3}"#);
    assert_eq!(report.to_string(), "1:1: $: must have at most 2 entries, has 3 [length]");
}

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Kind {
    Folder { children: u32 },
    File(File),
    Link,
}

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
struct File {
    size: u64,
    #[serde(default)]
    mime: Option<String>,
}

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
struct Entry {
    name: String,
    #[serde(flatten)]
    kind: Kind,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
}

#[test]
fn a_tagged_enum_takes_the_keys_of_its_variant_and_no_others() {
    check::<Entry>(&[
        (
            r#"{"children": 2, "name": "a", "type": "folder", "size": 1}"#,
            r#"Entry { name: "a", kind: Folder { children: 2 }, rest: {"size": 1} }"#,
        ),
        (
            r#"{"size": "1", "children": 2, "name": 5, "type": "file"}"#,
            r#"Entry { name: "5", kind: File(File { size: 1, mime: None }), rest: {"children": 2} } ~ coerced at size: "1" ~ coerced at name: 5"#,
        ),
        (r#"{"name": "a", "type": "link", "b": 1}"#, r#"Entry { name: "a", kind: Link, rest: {"b": 1} }"#),
    ]);
    let report = refuse::<Entry>(r#"{"name": "a", "b": 300, "type": "fle"}"#);
    assert_eq!(
        report.to_string(),
        "1:20: b: the number `300` is out of range, expected 0 to 255 [number_out_of_range]\n\
         1:33: type: the string `\"fle\"` is not a variant of `Kind`, did you mean `file`? [unknown_variant]"
    );
    assert_eq!(
        refuse::<Entry>(r#"{"name": "a"}"#).to_string(),
        "1:1: type: required field `type` is missing, expected one of `folder`, `file` or `link` [missing_field]"
    );
    assert_eq!(codes(&refuse::<Entry>(r#"{"name": "a", "type": "link", "type": "link"}"#)), "! duplicate_field");
    assert_eq!(codes(&refuse::<Entry>(r#"{"name": "a", "size": 1, "size": 2, "type": "file"}"#)), "! duplicate_field");
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "t", content = "c")]
enum Adjacent {
    Number(u8),
    Unit,
}

#[derive(ConnectModel, Debug)]
enum External {
    Number(u8),
    #[connect(alias = "point")]
    Point {
        x: i8,
    },
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Untagged {
    Circle { radius: u8 },
    Square { side: u8 },
}

#[derive(ConnectModel, Debug)]
#[connect(deny_unknown_fields)]
struct AllKinds {
    id: u8,
    #[connect(flatten)]
    adjacent: Option<Adjacent>,
    #[connect(flatten)]
    external: Option<External>,
    #[connect(flatten)]
    untagged: Option<Box<Untagged>>,
}

#[derive(ConnectModel, Debug)]
struct Claimed {
    id: u8,
    #[connect(flatten)]
    owner: Owner,
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Owner {
    User { id: Option<u8>, name: String },
}

#[test]
fn a_tagged_enum_does_not_see_the_keys_of_the_enclosing_struct() {
    for text in [
        r#"{"id":1,"type":"User","name":"a"}"#,
        r#"{"type":"User","id":1,"name":"a"}"#,
        r#"{"name":"a","type":"User","id":1}"#,
    ] {
        check::<Claimed>(&[(text, r#"Claimed { id: 1, owner: User { id: None, name: "a" } }"#)]);
    }
}

#[test]
fn enums_of_every_kind_of_tagging_can_be_flattened() {
    check::<AllKinds>(&[
        (r#"{"id": 1}"#, "AllKinds { id: 1, adjacent: None, external: None, untagged: None }"),
        (
            r#"{"c": "1", "point": {"x": 2}, "side": 3, "t": "Number", "id": 1}"#,
            "AllKinds { id: 1, adjacent: Some(Number(1)), external: Some(Point { x: 2 }), untagged: Some(Square { side: 3 }) } ~ coerced at c: \"1\"",
        ),
        (r#"{"id": 1, "t": "Unit"}"#, "AllKinds { id: 1, adjacent: Some(Unit), external: None, untagged: None }"),
        (r#"{"id": 1, "c": 2}"#, "! unknown_field"),
        (r#"{"id": 1, "radius": "x"}"#, "! no_variant ! invalid_number"),
        (r#"{"id": 1, "Number": 1, "Point": {"x": 1}}"#, "! duplicate_field"),
        (r#"{"id": 1, "t": "Unit", "side": 1, "x": 1}"#, "! unknown_field"),
    ]);
}

#[derive(ConnectModel, Debug)]
struct Needed {
    #[connect(flatten)]
    external: External,
}

#[test]
fn an_external_enum_without_its_key_lists_the_possible_keys() {
    assert_eq!(
        refuse::<Needed>("{}").to_string(),
        "1:1: $: no field names a variant of `External`, expected one of `Number` or `Point` [missing_field]"
    );
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Open {
    Known {
        a: u8,
    },
    #[connect(other)]
    Other(Map<String, Value>),
}

#[derive(ConnectModel, Debug)]
struct WithOpen {
    id: u8,
    #[connect(flatten)]
    open: Open,
}

#[test]
fn an_unknown_variant_takes_all_keys_except_those_of_the_enclosing_struct() {
    check::<WithOpen>(&[
        (r#"{"a": 1, "type": "Known", "id": 2}"#, "WithOpen { id: 2, open: Known { a: 1 } }"),
        (
            r#"{"a": 1, "type": "New", "id": 2}"#,
            r#"WithOpen { id: 2, open: Other({"a": Number(1), "type": String("New")}) } ~ unknown_variant at type: "New""#,
        ),
    ]);
}

#[derive(ConnectModel, Debug)]
struct Guarded {
    #[connect(flatten, strict)]
    page: Page,
    #[connect(flatten, sensitive)]
    kind: Kind,
}

#[test]
fn strict_and_sensitive_apply_inside_flattened_fields() {
    let report = refuse::<Guarded>(r#"{"pageSize": "5", "type": "folder", "children": "secret"}"#);
    assert_eq!(
        report.to_string(),
        "1:14: pageSize: expected an integer, found the string `\"5\"` (strict) [wrong_type]\n\
         1:49: children: expected an integer, found a string [invalid_number]"
    );
}

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
#[serde(default)]
struct Defaulted {
    size: u8,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
}

impl Default for Defaulted {
    fn default() -> Self {
        Self { size: 9, rest: BTreeMap::new() }
    }
}

#[test]
fn a_containers_default_does_not_overwrite_flattened_fields() {
    check::<Defaulted>(&[
        (r#"{"a": 1}"#, r#"Defaulted { size: 9, rest: {"a": 1} }"#),
        (r#"{"a": 1, "size": 2}"#, r#"Defaulted { size: 2, rest: {"a": 1} }"#),
    ]);
}

#[derive(ConnectModel, Debug)]
struct Wrapper<'a, T> {
    name: &'a str,
    #[connect(flatten)]
    inner: T,
    #[connect(flatten)]
    option: Option<Borrowed<'a>>,
}

#[derive(ConnectModel, Debug)]
struct Borrowed<'a> {
    label: &'a str,
}

#[test]
fn generic_and_borrowing_models_can_be_flattened() {
    let read: Wrapper<'_, Page> = from_str(r#"{"label": "l", "pageSize": 1, "name": "n"}"#).unwrap();
    assert_eq!(
        format!("{read:?}"),
        r#"Wrapper { name: "n", inner: Page { next_cursor: None, page_size: 1 }, option: Some(Borrowed { label: "l" }) }"#
    );
}

#[derive(ConnectModel, Debug)]
struct Recursive {
    id: u8,
    #[connect(flatten)]
    node: Box<Expr>,
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "op")]
enum Expr {
    Literal { value: f64 },
    Add { left: Recursive, right: Recursive },
}

#[test]
fn a_tree_of_flattened_enums_is_read_in_linear_time() {
    check::<Recursive>(&[(
        r#"{"id": 1, "op": "Add", "left": {"id": 2, "op": "Literal", "value": 1}, "right": {"value": "2", "op": "Literal", "id": 3}}"#,
        "Recursive { id: 1, node: Add { left: Recursive { id: 2, node: Literal { value: 1.0 } }, right: Recursive { id: 3, node: Literal { value: 2.0 } } } } ~ coerced at right.value: \"2\"",
    )]);
    let leaf = r#"{"id":1,"op":"Literal","value":1}"#;
    let deep =
        (0..100).fold(leaf.to_owned(), |inner, _| format!(r#"{{"id":1,"left":{leaf},"right":{inner},"op":"Add"}}"#));
    let start = std::time::Instant::now();
    assert!(from_str::<Recursive>(&deep).is_ok());
    assert!(start.elapsed() < std::time::Duration::from_millis(500), "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn what_serde_writes_is_read_back_as_serde_reads_it(
        id in any::<u8>(),
        next_cursor in any::<Option<String>>(),
        page_size in 0..100_u32,
        extra in prop::collection::btree_map("[p-z]{1,3}", any::<u8>().prop_map(Value::from), 0..4),
    ) {
        let extended = Extended { extra, id, page: Page { next_cursor, page_size } };
        let text = serde_json::to_string(&extended).unwrap();
        prop_assert_eq!(&from_str::<Extended>(&text).unwrap(), &extended);
        prop_assert_eq!(&serde_json::from_str::<Extended>(&text).unwrap(), &extended);
    }

    #[test]
    fn a_flattened_enum_is_read_back_as_serde_reads_it(name in any::<String>(), size in any::<u64>(), mime in any::<Option<String>>(), which in 0..3_u8) {
        let kind = match which { 0 => Kind::Folder { children: 3 }, 1 => Kind::File(File { size, mime }), _ => Kind::Link };
        let entry = Entry { name, kind, rest: BTreeMap::from([("x".to_owned(), 1)]) };
        let text = serde_json::to_string(&entry).unwrap();
        prop_assert_eq!(&from_str::<Entry>(&text).unwrap(), &entry);
    }
}

#[derive(ConnectModel, Deserialize, Debug)]
#[connect(no_deserialize)]
struct Named {
    n: Option<u8>,
    #[serde(flatten)]
    name: Name,
}

#[derive(ConnectModel, Deserialize, Debug)]
#[connect(no_deserialize)]
struct MaybeNamed {
    n: Option<u8>,
    #[serde(flatten)]
    name: Option<Name>,
}

#[derive(ConnectModel, Deserialize, Debug)]
#[connect(no_deserialize)]
enum Name {
    A,
    #[serde(alias = "b")]
    B,
}

#[test]
fn a_unit_only_enum_is_a_key_with_null() {
    for text in [r#"{"n":1,"A":null}"#, r#"{"b":null,"n":1}"#, r#"{"n":1}"#, r#"{"C":null}"#, r#"{"A":1}"#] {
        let (ours, theirs) = (connect_runtime::from_str::<Named>(text), serde_json::from_str::<Named>(text));
        assert_eq!(
            ours.map(|named| format!("{named:?}")).ok(),
            theirs.map(|named| format!("{named:?}")).ok(),
            "{text}"
        );
    }
    check::<MaybeNamed>(&[
        (r#"{"n":1,"A":null}"#, "MaybeNamed { n: Some(1), name: Some(A) }"),
        (r#"{"n":1}"#, "MaybeNamed { n: Some(1), name: None }"),
        (r#"{"A":1}"#, "! wrong_type"),
        (r#"{"A":null,"B":null}"#, "! duplicate_field"),
    ]);
}
