//! `length`: the number of Unicode scalar values of a string, items of an array or set, or entries of a map.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    rc::Rc,
    sync::Arc,
};

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{accept, problems, refuse};
use proptest::prelude::*;

#[derive(Debug, ConnectModel)]
struct Text {
    #[connect(length(min = 2, max = 4))]
    value: String,
}

fn is_accepted(value: &str) -> bool {
    from_str::<Text>(&serde_json::json!({ "value": value }).to_string()).is_ok()
}

/// Matches `minLength` and `maxLength` of JSON Schema 2020-12 (validation, sections 6.3.1 and 6.3.2).
#[test]
fn characters_are_unicode_scalar_values_not_bytes_or_graphemes() {
    for value in ["fo", "four", "é\u{301}", "💩💩", "日本語版", "\u{1F4A9}ab", "  ", "\0\0"] {
        assert!(is_accepted(value), "{value:?} has two to four characters");
    }
    for value in ["", "f", "💩", "fives", "👨‍👩‍👧", "     "] {
        assert!(!is_accepted(value), "{value:?} has fewer or more");
    }
}

#[test]
fn escapes_count_as_the_characters_they_represent() {
    accept::<Text>(r#"{"value":"\u00e9\ud83d\ude00"}"#);
    refuse::<Text>(r#"{"value":"\ud83d\ude00"}"#);
    refuse::<Text>(r#"{"value":"\n"}"#);
}

proptest! {
    #[test]
    fn any_string_is_counted_in_characters(value in "\\PC{0,6}") {
        let count = value.chars().count();
        prop_assert_eq!(is_accepted(&value), (2..=4).contains(&count));
    }
}

#[derive(Debug, ConnectModel)]
struct Kinds<'a> {
    #[connect(length(min = 1))]
    list: Option<Vec<u8>>,
    #[connect(length(max = 1))]
    deque: Option<VecDeque<u8>>,
    #[connect(length(equal = 2))]
    set: Option<HashSet<u8>>,
    #[connect(length(min = 1, max = 2))]
    sorted: Option<BTreeSet<u8>>,
    #[connect(length(max = 1))]
    map: Option<HashMap<String, u8>>,
    #[connect(length(min = 2))]
    tree: Option<BTreeMap<String, u8>>,
    #[connect(length(max = 1))]
    object: Option<serde_json::Map<String, serde_json::Value>>,
    #[connect(length(equal = 3))]
    array: Option<[u8; 2]>,
    #[connect(length(max = 1))]
    borrowed: Option<&'a str>,
    #[connect(length(max = 1))]
    cow: Option<Cow<'a, str>>,
    #[connect(length(max = 1))]
    boxed: Option<Box<[u8]>>,
    #[connect(length(max = 1))]
    shared: Option<Arc<str>>,
    #[connect(length(max = 1))]
    counted: Option<Rc<str>>,
    #[connect(length(max = 1))]
    #[expect(clippy::option_option, reason = "rules see through both")]
    twice: Option<Option<String>>,
}

#[test]
fn every_collection_is_counted_through_every_wrapper() {
    let text = r#"{
        "list": [],
        "deque": [1, 2],
        "set": [1, 2, 3],
        "sorted": [1, 2, 3],
        "map": {"a": 1, "b": 2},
        "tree": {"a": 1},
        "object": {"a": 1, "b": 2},
        "array": [1, 2],
        "borrowed": "ab",
        "cow": "ab",
        "boxed": [1, 2],
        "shared": "ab",
        "counted": "ab",
        "twice": "ab"
    }"#;
    assert_eq!(
        problems(&refuse::<Kinds<'_>>(text)),
        [
            "2:17: list: must have at least 1 item, has 0 [length]",
            "3:18: deque: must have at most 1 item, has 2 [length]",
            "4:16: set: must have exactly 2 items, has 3 [length]",
            "5:19: sorted: must have at most 2 items, has 3 [length]",
            "6:16: map: must have at most 1 entry, has 2 [length]",
            "7:17: tree: must have at least 2 entries, has 1 [length]",
            "8:19: object: must have at most 1 entry, has 2 [length]",
            "9:18: array: must have exactly 3 items, has 2 [length]",
            "10:21: borrowed: must be at most 1 character long, is 2 [length]",
            "11:16: cow: must be at most 1 character long, is 2 [length]",
            "12:18: boxed: must have at most 1 item, has 2 [length]",
            "13:19: shared: must be at most 1 character long, is 2 [length]",
            "14:20: counted: must be at most 1 character long, is 2 [length]",
            "15:18: twice: must be at most 1 character long, is 2 [length]",
        ]
    );
}

#[test]
fn absent_and_null_values_have_no_length() {
    accept::<Kinds<'_>>("{}");
    accept::<Kinds<'_>>(r#"{"list":null,"map":null,"borrowed":null,"twice":null}"#);
}

const LONGEST: usize = 2;

#[derive(Debug, ConnectModel)]
struct Limited<T> {
    #[connect(length(max = LONGEST, message = "is too long to be printed"))]
    constant: String,
    #[connect(length(min = Self::LEAST, max = LONGEST + 1))]
    items: Vec<T>,
}

impl<T> Limited<T> {
    const LEAST: usize = 1;
}

#[test]
fn bounds_may_be_expressions_and_a_message_replaces_the_default() {
    accept::<Limited<u8>>(r#"{"constant":"ab","items":[1,2,3]}"#);
    assert_eq!(
        problems(&refuse::<Limited<String>>(r#"{"constant":"abc","items":[]}"#)),
        [
            "1:13: constant: is too long to be printed [length]",
            "1:27: items: must have at least 1 item, has 0 [length]"
        ]
    );
}

#[test]
fn a_number_read_as_a_string_is_counted_in_characters() {
    accept::<Text>(r#"{"value":1.10}"#);
    assert_eq!(
        problems(&refuse::<Text>(r#"{"value":-1.10}"#)),
        ["1:10: value: must be at most 4 characters long, is 5 [length]"]
    );
}
