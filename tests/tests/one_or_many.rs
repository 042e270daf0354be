//! `one_or_many`: a single item is read as an array of one.

use std::collections::{BTreeSet, HashSet, VecDeque};

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with, refuse};

#[derive(ConnectModel, Debug)]
struct Tags {
    #[connect(one_or_many, each(length(min = 2)))]
    tags: Vec<String>,
    #[connect(one_or_many)]
    ids: Option<VecDeque<u32>>,
}

#[test]
fn a_single_item_becomes_a_list_of_one_without_drift() {
    check::<Tags>(&[
        (r#"{"tags": ["aa", "bb"]}"#, r#"Tags { tags: ["aa", "bb"], ids: None }"#),
        (r#"{"tags": "aa", "ids": 5}"#, r#"Tags { tags: ["aa"], ids: Some([5]) }"#),
        (r#"{"tags": [], "ids": null}"#, "Tags { tags: [], ids: None }"),
        (
            r#"{"tags": 55, "ids": "5"}"#,
            r#"Tags { tags: ["55"], ids: Some([5]) } ~ coerced at tags: 55 ~ coerced at ids: "5""#,
        ),
    ]);
    check_with::<Tags>(&Decoder::new().strict(true), &[(r#"{"tags": "aa"}"#, r#"Tags { tags: ["aa"], ids: None }"#)]);
}

#[test]
fn an_invalid_item_is_reported_at_the_value() {
    assert_eq!(
        refuse::<Tags>(r#"{"tags": {"a": 1}, "ids": [1, "x"]}"#).to_string(),
        "1:10: tags: expected a string, found an object [wrong_type]\n\
         1:31: ids[1]: expected an integer, found the string `\"x\"` [invalid_number]"
    );
    assert_eq!(
        refuse::<Tags>(r#"{"tags": null}"#).to_string(),
        "1:10: tags: expected a string, found `null` [wrong_type]"
    );
    assert_eq!(refuse::<Tags>("{}").to_string(), "1:1: tags: required field `tags` is missing [missing_field]");
    assert_eq!(
        refuse::<Tags>(r#"{"tags": ["aa", "b"]}"#).to_string(),
        "1:17: tags[1]: must be at least 2 characters long, is 1 [length]"
    );
    assert_eq!(
        refuse::<Tags>(r#"{"tags": "b"}"#).to_string(),
        "1:10: tags: must be at least 2 characters long, is 1 [length]"
    );
}

#[derive(ConnectModel, Debug)]
struct Item {
    #[connect(range(min = 1))]
    n: u8,
}

#[derive(ConnectModel, Debug)]
struct Models {
    #[connect(one_or_many)]
    items: Vec<Item>,
    #[connect(one_or_many, default)]
    sorted: BTreeSet<u8>,
    #[connect(one_or_many, default)]
    hashed: HashSet<u8>,
    #[connect(one_or_many, skip_invalid, default)]
    some: Vec<Item>,
}

#[test]
fn items_may_be_models_and_the_collection_a_set() {
    check::<Models>(&[
        (
            r#"{"items": {"n": 1}, "sorted": 3, "hashed": [4]}"#,
            "Models { items: [Item { n: 1 }], sorted: {3}, hashed: {4}, some: [] }",
        ),
        (
            r#"{"items": [], "some": {"n": 0}}"#,
            r#"Models { items: [], sorted: {}, hashed: {}, some: [] } ~ skipped at some: {"n": 0}"#,
        ),
        (
            r#"{"items": [], "some": [{"n": 0}, {"n": "2"}]}"#,
            r#"Models { items: [], sorted: {}, hashed: {}, some: [Item { n: 2 }] } ~ skipped at some[0]: {"n": 0} ~ coerced at some[1].n: "2""#,
        ),
    ]);
    let built = Models { items: vec![Item { n: 0 }], sorted: BTreeSet::new(), hashed: HashSet::new(), some: vec![] };
    assert_eq!(built.validate().unwrap_err().to_string(), "items[0].n: must be at least 1, is 0 [range]");
}

#[derive(ConnectModel, Debug)]
struct Recipients(#[connect(one_or_many)] Vec<String>);

#[test]
fn newtypes_support_it_too() {
    check::<Vec<Recipients>>(&[(r#"["a", ["b", "c"]]"#, r#"[Recipients(["a"]), Recipients(["b", "c"])]"#)]);
}
