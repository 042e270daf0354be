//! Internally tagged enums: the tag is a key of the variant's own object, anywhere in it.

use std::collections::BTreeMap;

use connect_runtime::{ConnectModel, Decoder, from_str};
use connect_tests::{check, check_with, codes, refuse};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
enum Event {
    Ping,
    UserCreated {
        user_id: String,
        #[connect(range(min = 1))]
        #[serde(default)]
        attempt: Option<u8>,
    },
    #[serde(alias = "deleted")]
    UserDeleted(Deleted),
    Settings(BTreeMap<String, u32>),
}

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
struct Deleted {
    user: u64,
    #[serde(default)]
    reason: Option<String>,
}

#[derive(ConnectModel, Debug, Clone, PartialEq)]
#[connect(transparent)]
struct Only {
    event: Event,
}

#[test]
fn the_tag_may_be_anywhere_in_the_object() {
    let created = r#"Only { event: UserCreated { user_id: "7", attempt: None } }"#;
    check::<Only>(&[
        (r#"{"type": "ping"}"#, "Only { event: Ping }"),
        (r#"{"type": "userCreated", "userId": "7"}"#, created),
        (r#"{"userId": "7", "type": "userCreated"}"#, created),
        (r#"{"attempt": null, "type": "userCreated", "userId": "7"}"#, created),
        (
            r#"{"user": 1, "type": "deleted", "reason": "x"}"#,
            r#"Only { event: UserDeleted(Deleted { user: 1, reason: Some("x") }) }"#,
        ),
        (r#"{"a": 1, "type": "settings", "b": 2}"#, r#"Only { event: Settings({"a": 1, "b": 2}) }"#),
        (r#"{"ty\u0070e": "p\u0069ng"}"#, "Only { event: Ping }"),
    ]);
}

#[test]
fn coercion_and_drift_keep_their_positions() {
    check::<Only>(&[
        (
            r#"{"userId": 7, "type": "userCreated"}"#,
            r#"Only { event: UserCreated { user_id: "7", attempt: None } } ~ coerced at userId: 7"#,
        ),
        (r#"{"type": "ping", "at": [1]}"#, "Only { event: Ping } ~ unknown_field at at: [1]"),
        (
            r#"{"user": "1", "by": 2, "type": "deleted"}"#,
            r#"Only { event: UserDeleted(Deleted { user: 1, reason: None }) } ~ coerced at user: "1" ~ unknown_field at by: 2"#,
        ),
    ]);
}

#[track_caller]
fn check_messages(rows: &[(&str, &str)]) {
    for (text, wanted) in rows {
        assert_eq!(refuse::<Event>(text).to_string(), *wanted, "{text}");
    }
}

#[test]
fn every_mistake_says_what_to_send_instead() {
    let names = "one of `ping`, `userCreated`, `userDeleted` or `settings`";
    check_messages(&[
        (
            r#"{"userId": "7"}"#,
            &format!("1:1: type: required field `type` is missing, expected {names} [missing_field]"),
        ),
        (
            r#"{"userId": "7", "type": 3}"#,
            &format!(
                "1:25: type: expected a string that names the variant, {names}, found the number `3` [wrong_type]"
            ),
        ),
        (
            r#"{"type": {"a": "ping"}}"#,
            &format!("1:10: type: expected a string that names the variant, {names}, found an object [wrong_type]"),
        ),
        (
            r#"{"type": "userCrated"}"#,
            "1:10: type: the string `\"userCrated\"` is not a variant of `Event`, did you mean `userCreated`? [unknown_variant]",
        ),
        (
            r#"{"type": "moved"}"#,
            &format!(
                "1:10: type: the string `\"moved\"` is not a variant of `Event`, expected {names} [unknown_variant]"
            ),
        ),
        (
            r#"{"type": "ping", "type": "ping"}"#,
            "1:18: type: `type` repeats a field that the object already has [duplicate_field]",
        ),
        ("[]", "1:1: $: expected an object, found an array [wrong_type]"),
        (r#""ping""#, "1:1: $: expected an object, found the string `\"ping\"` [wrong_type]"),
    ]);
}

#[test]
fn a_second_tag_is_a_duplicate_whatever_reads_the_object() {
    for text in [
        r#"{"type": "deleted", "user": 1, "type": "ping"}"#,
        r#"{"type": "settings", "a": 1, "type": 2}"#,
        r#"{"type": "userCreated", "userId": "7", "type": null}"#,
    ] {
        assert_eq!(codes(&refuse::<Event>(text)), "! duplicate_field", "{text}");
    }
}

#[test]
fn all_problems_of_the_variant_are_found_at_their_own_positions() {
    check_messages(&[
        (
            r#"{"attempt": 0, "userId": [], "type": "userCreated"}"#,
            "1:13: attempt: must be at least 1, is 0 [range]\n1:26: userId: expected a string, found an array [wrong_type]",
        ),
        (r#"{"type": "deleted"}"#, "1:1: user: required field `user` is missing [missing_field]"),
    ]);
}

#[test]
fn truncated_input_is_a_syntax_error_and_not_a_missing_tag() {
    assert_eq!(codes(&refuse::<Event>(r#"{"userId": "7""#)), "! syntax");
    assert_eq!(codes(&refuse::<Event>(r#"{"userId": x, "type": "ping"}"#)), "! syntax");
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "kind", deny_unknown_fields)]
enum Strict {
    A,
    B { x: u8 },
    C(Open),
}

#[derive(ConnectModel, Debug)]
struct Open {
    x: u8,
}

#[test]
fn unit_and_struct_variants_deny_unknown_fields_other_than_the_tag() {
    check::<Vec<Strict>>(&[
        (r#"[{"kind": "A"}, {"x": 1, "kind": "B"}]"#, "[A, B { x: 1 }]"),
        (r#"[{"kind": "A", "x": 1}]"#, "! unknown_field"),
        (r#"[{"kind": "B", "x": 1, "y": 1}]"#, "! unknown_field"),
        (r#"[{"kind": "C", "x": 1, "y": 1}]"#, "[C(Open { x: 1 })] ~ unknown_field at [0].y: 1"),
    ]);
    check_with::<Vec<Strict>>(
        &Decoder::new().deny_unknown_fields(true),
        &[
            (r#"[{"kind": "C", "x": 1}]"#, "[C(Open { x: 1 })]"),
            (r#"[{"kind": "C", "x": 1, "y": 1}]"#, "! unknown_field"),
        ],
    );
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "outer")]
enum Outer {
    Nested(Inner),
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "inner")]
enum Inner {
    Leaf { value: u8 },
}

#[test]
fn two_enums_may_have_their_tags_in_one_object() {
    check::<Outer>(&[
        (r#"{"value": 1, "inner": "Leaf", "outer": "Nested"}"#, "Nested(Leaf { value: 1 })"),
        (
            r#"{"outer": "Nested", "value": 1, "inner": "Leaf", "x": 2}"#,
            "Nested(Leaf { value: 1 }) ~ unknown_field at x: 2",
        ),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "id")]
enum Masked {
    Account(Account),
}

#[derive(ConnectModel, Debug)]
struct Account {
    id: Option<String>,
    name: String,
}

#[test]
fn a_field_with_the_tags_name_in_the_content_does_not_see_the_tag() {
    check::<Masked>(&[
        (r#"{"id": "Account", "name": "x"}"#, r#"Account(Account { id: None, name: "x" })"#),
        (r#"{"name": "x", "id": "Account"}"#, r#"Account(Account { id: None, name: "x" })"#),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "t")]
enum Tree {
    Leaf,
    Node { left: Box<Tree>, right: Box<Tree> },
}

#[test]
fn tags_of_nested_objects_are_not_confused() {
    check::<Tree>(&[(
        r#"{"left": {"t": "Leaf"}, "right": {"right": {"t": "Leaf"}, "t": "Node", "left": {"t": "Leaf"}}, "t": "Node"}"#,
        "Node { left: Leaf, right: Node { left: Leaf, right: Leaf } }",
    )]);
    let report = refuse::<Tree>(r#"{"t": "Node", "left": {"t": "Leef"}, "right": {}}"#);
    assert_eq!(
        report.to_string(),
        "1:29: left.t: the string `\"Leef\"` is not a variant of `Tree`, did you mean `Leaf`? [unknown_variant]\n\
         1:47: right.t: required field `t` is missing, expected one of `Leaf` or `Node` [missing_field]"
    );
}

#[test]
fn validate_leaves_the_variant_out_of_paths() {
    let report = Event::UserCreated { user_id: "7".to_owned(), attempt: Some(0) }.validate().unwrap_err();
    assert_eq!(report.to_string(), "attempt: must be at least 1, is 0 [range]");
}

fn events() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Ping),
        (any::<String>(), prop::option::of(1..9_u8))
            .prop_map(|(user_id, attempt)| Event::UserCreated { user_id, attempt }),
        (any::<u64>(), any::<Option<String>>()).prop_map(|(user, reason)| Event::UserDeleted(Deleted { user, reason })),
        prop::collection::btree_map("[a-s]{1,4}", any::<u32>(), 0..4).prop_map(Event::Settings),
    ]
}

proptest! {
    #[test]
    fn what_serde_writes_is_read_back_as_serde_reads_it_in_any_order_of_keys(event in events(), turn in 0_usize..8) {
        let text = serde_json::to_string(&event).unwrap();
        prop_assert_eq!(&from_str::<Event>(&text).unwrap(), &event);
        prop_assert_eq!(&serde_json::from_str::<Event>(&text).unwrap(), &event);
        let serde_json::Value::Object(object) = serde_json::from_str(&text).unwrap() else { panic!("{text}") };
        let mut entries: Vec<String> = object.iter().map(|(key, value)| format!("{}:{value}", serde_json::json!(key))).collect();
        let length = entries.len();
        entries.rotate_left(turn % length);
        let turned = format!("{{{}}}", entries.join(","));
        prop_assert_eq!(&from_str::<Event>(&turned).unwrap(), &event);
    }
}

#[derive(ConnectModel, Debug, PartialEq)]
#[connect(tag = "type")]
enum Note {
    Text { a: String, b: Option<String> },
    Nested { a: Vec<u8>, b: Option<Box<Note>> },
}

#[test]
fn the_tags_name_elsewhere_is_not_the_tag() {
    let long = "x".repeat(300);
    for (text, a) in [
        (r#"{"a":",\"type\":\"Nested\"","type":"Text"}"#.to_owned(), r#","type":"Nested""#),
        (r#"{"a":"}{,\\","type":"Text"}"#.to_owned(), r"}{,\"),
        (r#"{"a":"type","b":"type","type":"Text"}"#.to_owned(), "type"),
        (format!(r#"{{"a":"{long}","type":"Text"}}"#), long.as_str()),
        (format!(r#"{{"a":"a","b":"{long}",  "type" : "Text"}}"#), "a"),
        (r#"{"a":"","type":"Text"},"#.trim_end_matches(',').to_owned(), ""),
    ] {
        assert!(matches!(from_str(&text), Ok(Note::Text { a: found, .. }) if found == a), "{text}");
    }
    for text in [
        r#"{"a":[1],"b":{"type":"Text","a":""},"type":"Nested"}"#,
        r#"{"b":{"a":"","type":"Text"},"a":[],"type":"Nested"}"#,
        r#"{"type":"Nested","b":{"a":"","type":"Text"},"a":[]}"#,
    ] {
        assert!(matches!(from_str(text), Ok(Note::Nested { b: Some(_), .. })), "{text}");
    }
    let report = refuse::<Vec<Note>>(r#"[{"a":"x"},{"a":"y","type":"Text"}]"#);
    assert_eq!(codes(&report), "! missing_field");
    assert_eq!(codes(&refuse::<Note>(r#"{"a":"x" "b":1,"type":"Text"}"#)), "! syntax");
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Expression {
    Not(Box<Expression>),
    Literal { value: u8 },
}

#[test]
fn an_enclosing_enum_keeps_its_tag_to_itself() {
    let wanted = "1:1: type: required field `type` is missing, expected one of `Not` or `Literal` [missing_field]";
    for text in [r#"{"type":"Not","value":1}"#, r#"{"value":1,"type":"Not"}"#] {
        assert_eq!(refuse::<Expression>(text).to_string(), wanted, "{text}");
    }
    check::<Expression>(&[(r#"{"value":1,"type":"Literal"}"#, "Literal { value: 1 }")]);
    let report = refuse::<Expression>(r#"{"type":"Not","value":1,"type":"Literal"}"#);
    assert_eq!(codes(&report), "! missing_field");
}

#[test]
fn a_tag_without_a_comma_is_a_syntax_error() {
    for text in [
        r#"{"a":"x" "type":"Text"}"#,
        r#"{"a":"x"
"type":"Text"}"#,
        r#"{"a":"x","type":"Text" "b":"y"}"#,
    ] {
        assert_eq!(codes(&refuse::<Note>(text)), "! syntax", "{text}");
    }
}

#[test]
fn the_first_of_two_tags_counts_and_the_second_is_a_duplicate() {
    for (text, place) in [
        (r#"{"type":"Literal","value":1,"type":"Not"}"#, "1:29"),
        (r#"{ "type": "Literal", "value": 1, "type": "Not" }"#, "1:34"),
        (r#"{"value":1,"type":"Literal","type":"Not"}"#, "1:29"),
    ] {
        let wanted = format!("{place}: type: `type` repeats a field that the object already has [duplicate_field]");
        assert_eq!(refuse::<Expression>(text).to_string(), wanted, "{text}");
    }
}

#[test]
fn nothing_is_reported_after_a_syntax_error_before_the_tag() {
    for (text, wanted) in [
        (r#"{"value":[1.],"type":"Nothing"}"#, "1:13: value[0]: expected a digit after `.`, found `]` [syntax]"),
        (r#"{"value":[1.],"type":[2.]}"#, "1:13: value[0]: expected a digit after `.`, found `]` [syntax]"),
        (r#"{"value":1,"type":[2.]}"#, "1:22: type[0]: expected a digit after `.`, found `]` [syntax]"),
    ] {
        assert_eq!(refuse::<Expression>(text).to_string(), wanted, "{text}");
    }
    let report = refuse::<Expression>(r#"{"type":"Nothing","value":[1.]}"#);
    assert_eq!(codes(&report), "! unknown_variant ! syntax");
}

#[derive(ConnectModel, Debug)]
enum Held {
    Name,
    Size(u8),
    #[connect(rename = "type")]
    Tag(u8),
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Holder {
    Held(Held),
}

#[test]
fn an_externally_tagged_enum_does_not_see_the_tag_around_it() {
    check::<Holder>(&[
        (r#"{"type":"Held","Size":1}"#, "Held(Size(1))"),
        (r#"{"Size":"1","type":"Held"}"#, r#"Held(Size(1)) ~ coerced at Size: "1""#),
        (r#"{"Name":null,"type":"Held"}"#, "Held(Name)"),
        (r#"{"type":"Held"}"#, "! wrong_type"),
        (r#"{"type":"Held","Size":1,"Name":null}"#, "! wrong_type"),
        (r#"{"type":"Held","Other":1}"#, "! unknown_variant"),
        (r#"{"type":"Held","Size":1,"type":"Held"}"#, "! duplicate_field"),
    ]);
}
