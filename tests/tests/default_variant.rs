//! `default` on a variant: it is read where the tag is missing.

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with, problems, refuse};
use serde_json::Value;

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "type")]
enum Event {
    Click {
        x: u8,
    },
    #[connect(default)]
    Message {
        text: String,
    },
    #[connect(other)]
    Other(Value),
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "type", deny_unknown_fields)]
enum Mode {
    #[connect(default)]
    Auto,
    Manual(Manual),
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Manual {
    speed: u8,
}

#[test]
fn a_missing_tag_means_the_default_variant_and_is_drift() {
    check::<Event>(&[
        (r#"{"type": "Click", "x": 1}"#, "Click { x: 1 }"),
        (r#"{"type": "Message", "text": "a"}"#, r#"Message { text: "a" }"#),
        (r#"{"text": "a"}"#, r#"Message { text: "a" } ~ defaulted at $: {"text": "a"}"#),
        (r#"{ "text" : "a" }"#, r#"Message { text: "a" } ~ defaulted at $: { "text" : "a" }"#),
        (r#"{"x": 1}"#, "! missing_field"),
        ("{}", "! missing_field"),
        ("[]", "! wrong_type"),
        (r#"{"type": null, "text": "a"}"#, "! wrong_type"),
        (r#"{"type": "New"}"#, r#"Other(Object {"type": String("New")}) ~ unknown_variant at type: "New""#),
    ]);
    check::<Mode>(&[
        ("{}", "Auto ~ defaulted at $: {}"),
        (r#"{"speed": 1}"#, "! unknown_field"),
        (r#"{"type": "Manual", "speed": 1}"#, "Manual(Manual { speed: 1 })"),
    ]);
    assert_eq!(
        problems(&refuse::<Event>(r#"{"x": 1}"#)),
        ["1:1: text: required field `text` is missing; the object has `x` [missing_field]"]
    );
}

#[test]
fn strict_wants_the_tag() {
    let strict = Decoder::new().strict(true);
    check_with::<Event>(
        &strict,
        &[(r#"{"text": "a"}"#, "! missing_field"), (r#"{"type": "Click", "x": 1}"#, "Click { x: 1 }")],
    );
    check_with::<Answer>(&strict, &[(r#"{"data": 1}"#, "! missing_field")]);
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "kind", content = "data")]
enum Answer {
    #[connect(default)]
    Number(u8),
    Text(String),
    Nothing,
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "kind", content = "data")]
enum Reply {
    Text(String),
    #[connect(default)]
    Nothing,
}

#[test]
fn the_content_of_an_adjacent_enum_is_read_as_the_default() {
    check::<Answer>(&[
        (r#"{"kind": "Number", "data": 1}"#, "Number(1)"),
        (r#"{"data": 1}"#, r#"Number(1) ~ defaulted at $: {"data": 1}"#),
        (r#"{"a": 0, "data": 1}"#, r#"Number(1) ~ defaulted at $: {"a": 0, "data": 1} ~ unknown_field at a: 0"#),
        (r#"{"data": "x"}"#, "! invalid_number"),
        (r#"{"data": 1, "data": 2}"#, "! duplicate_field"),
        ("{}", "! missing_field"),
        (r#"{"data": [], "kind": "Text"}"#, "! wrong_type"),
    ]);
    check::<Reply>(&[
        ("{}", "Nothing ~ defaulted at $: {}"),
        (r#"{"data": null}"#, r#"Nothing ~ defaulted at $: {"data": null}"#),
        (r#"{"data": "a", "kind": "Text"}"#, r#"Text("a")"#),
    ]);
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "type", keep_tag)]
enum Kept {
    #[connect(default)]
    Plain(Plain),
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Plain {
    r#type: Option<String>,
    id: u8,
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Page {
    number: u8,
    #[connect(flatten)]
    event: Event,
}

#[derive(Debug, PartialEq, ConnectModel)]
struct PageOrNone {
    number: u8,
    #[connect(flatten)]
    event: Option<Event>,
}

#[test]
fn with_keep_tag_and_in_a_flattened_enum() {
    check::<Kept>(&[
        (r#"{"type": "Plain", "id": 1}"#, r#"Plain(Plain { type: Some("Plain"), id: 1 })"#),
        (r#"{"id": 1}"#, r#"Plain(Plain { type: None, id: 1 }) ~ defaulted at $: {"id": 1}"#),
    ]);
    check::<Page>(&[
        (
            r#"{"number": 1, "text": "a"}"#,
            r#"Page { number: 1, event: Message { text: "a" } } ~ defaulted at $: {"number": 1, "text": "a"}"#,
        ),
        (r#"{"number": 1, "type": "Click", "x": 2}"#, "Page { number: 1, event: Click { x: 2 } }"),
        (r#"{"number": 1}"#, "! missing_field"),
    ]);
    check::<PageOrNone>(&[
        (r#"{"number": 1}"#, "PageOrNone { number: 1, event: None }"),
        (
            r#"{"number": 1, "text": "a"}"#,
            r#"PageOrNone { number: 1, event: Some(Message { text: "a" }) } ~ defaulted at $: {"number": 1, "text": "a"}"#,
        ),
    ]);
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "type")]
enum Endless {
    #[connect(default)]
    Again(Box<Endless>),
    End,
}

#[test]
fn a_default_that_is_the_enum_again_ends_at_the_depth_limit() {
    check::<Endless>(&[("{}", "! depth_limit"), (r#"{"type": "End"}"#, "End")]);
}
