//! Adjacently tagged enums: the variant's name and its content under two keys of one object.

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{check, codes, refuse};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
#[serde(tag = "t", content = "c", rename_all = "lowercase")]
enum Block {
    Rule,
    Text(String),
    Note(Option<String>),
    Point(i32, i32),
    Image {
        #[connect(length(min = 1))]
        url: String,
        width: Option<u32>,
    },
}

#[derive(ConnectModel, Debug)]
struct Only(Block);

#[test]
fn tag_and_content_may_come_in_any_order() {
    check::<Only>(&[
        (r#"{"t": "rule"}"#, "Only(Rule)"),
        (r#"{"c": null, "t": "rule"}"#, "Only(Rule)"),
        (r#"{"t": "text", "c": "a"}"#, r#"Only(Text("a"))"#),
        (r#"{"c": "a", "t": "text"}"#, r#"Only(Text("a"))"#),
        (r#"{"t": "note"}"#, "Only(Note(None))"),
        (r#"{"t": "note", "c": null}"#, "Only(Note(None))"),
        (r#"{"c": [1, -1], "t": "point"}"#, "Only(Point(1, -1))"),
        (r#"{"t": "image", "c": {"url": "x"}}"#, r#"Only(Image { url: "x", width: None })"#),
    ]);
}

#[test]
fn coercion_and_drift_keep_their_positions() {
    check::<Only>(&[
        (r#"{"c": 5, "t": "text"}"#, r#"Only(Text("5")) ~ coerced at c: 5"#),
        (
            r#"{"c": ["1", 2], "t": "point", "id": 7}"#,
            r#"Only(Point(1, 2)) ~ coerced at c[0]: "1" ~ unknown_field at id: 7"#,
        ),
    ]);
}

#[test]
fn every_mistake_says_what_to_send_instead() {
    let names = "one of `rule`, `text`, `note`, `point` or `image`";
    let rows = [
        (r#"{"c": "a"}"#, format!("1:1: t: required field `t` is missing, expected {names} [missing_field]")),
        (
            r#"{"t": "text"}"#,
            "1:1: c: required field `c` is missing, `text` of `Block` has content [missing_field]".to_owned(),
        ),
        (
            r#"{"t": "txt", "c": 1}"#,
            "1:7: t: the string `\"txt\"` is not a variant of `Block`, did you mean `text`? [unknown_variant]"
                .to_owned(),
        ),
        (
            r#"{"t": ["text"], "c": 1}"#,
            format!("1:7: t: expected a string that names the variant, {names}, found an array [wrong_type]"),
        ),
        (
            r#"{"t": "rule", "t": "rule"}"#,
            "1:15: t: `t` repeats a field that the object already has [duplicate_field]".to_owned(),
        ),
        (
            r#"{"t": "text", "c": "a", "c": "b"}"#,
            "1:25: c: `c` repeats a field that the object already has [duplicate_field]".to_owned(),
        ),
        (r#"{"t": "rule", "c": 1}"#, "1:20: c: expected null, found the number `1` [wrong_type]".to_owned()),
        (
            r#"{"t": "image", "c": {"url": ""}}"#,
            "1:29: c.url: must be at least 1 character long, is 0 [length]".to_owned(),
        ),
        ("null", "1:1: $: expected an object, found `null` [wrong_type]".to_owned()),
    ];
    for (text, wanted) in rows {
        assert_eq!(refuse::<Only>(text).to_string(), wanted, "{text}");
    }
    assert_eq!(codes(&refuse::<Only>(r#"{"c": 1"#)), "! syntax");
}

#[derive(ConnectModel, Debug)]
struct Around {
    block: Block,
    t: String,
}

#[test]
fn a_key_of_the_enclosing_object_is_not_the_tag() {
    for text in [r#"{"block":{},"t":"rule"}"#, r#"{"block": { }, "t": "rule"}"#, r#"{"block":{"c":1},"t":"text"}"#] {
        let report = refuse::<Around>(text);
        assert_eq!(codes(&report), "! missing_field");
        assert_eq!(report.issues()[0].path().to_string(), "block.t", "{text}");
    }
    check::<Around>(&[
        (
            r#"{"t":"x","block":{"c":{"url":"a"},"t":"image"}}"#,
            r#"Around { block: Image { url: "a", width: None }, t: "x" }"#,
        ),
        (r#"{"block":{"c":"}{","t":"text"},"t":"x"}"#, r#"Around { block: Text("}{"), t: "x" }"#),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "t", content = "c", deny_unknown_fields)]
enum Strict {
    A,
    B { x: u8 },
}

#[test]
fn unknown_fields_are_denied_beside_and_inside_the_content() {
    check::<Vec<Strict>>(&[
        (r#"[{"t": "A"}, {"t": "B", "c": {"x": 1}}]"#, "[A, B { x: 1 }]"),
        (r#"[{"t": "A", "x": 1}]"#, "! unknown_field"),
        (r#"[{"t": "B", "c": {"x": 1, "y": 1}}]"#, "! unknown_field"),
    ]);
}

#[test]
fn validate_reports_fields_under_the_content_key() {
    let report = Block::Image { url: String::new(), width: None }.validate().unwrap_err();
    assert_eq!(report.to_string(), "c.url: must be at least 1 character long, is 0 [length]");
}

fn blocks() -> impl Strategy<Value = Block> {
    prop_oneof![
        Just(Block::Rule),
        any::<String>().prop_map(Block::Text),
        any::<Option<String>>().prop_map(Block::Note),
        any::<(i32, i32)>().prop_map(|(x, y)| Block::Point(x, y)),
        (".{1,5}", any::<Option<u32>>()).prop_map(|(url, width)| Block::Image { url, width }),
    ]
}

proptest! {
    #[test]
    fn what_serde_writes_is_read_back_as_serde_reads_it(block in blocks()) {
        let text = serde_json::to_string(&block).unwrap();
        prop_assert_eq!(&from_str::<Block>(&text).unwrap(), &block);
        prop_assert_eq!(&serde_json::from_str::<Block>(&text).unwrap(), &block);
    }
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Envelope {
    Message(Message),
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type", content = "c")]
enum Message {
    Message(u8),
    Other(u8),
}

#[test]
fn an_enclosing_enum_keeps_its_tag_to_itself() {
    let wanted = "1:1: type: required field `type` is missing, since `Envelope` took it as its tag: put \
                  `#[connect(keep_tag)]` on `Envelope` to let the variant see it, too [missing_field]";
    for text in [
        r#"{"type":"Message","c":1}"#,
        r#"{"c":1,"type":"Message"}"#,
        r#"{"type":"Message","c":1,"type":"Other"}"#,
        r#"{"type":"Message","type":"Other","c":1}"#,
    ] {
        assert_eq!(refuse::<Envelope>(text).to_string(), wanted, "{text}");
    }
}

#[derive(ConnectModel, Debug)]
#[connect(tag = ":", content = ",")]
enum Marks {
    Comma(String),
}

#[test]
fn a_tag_may_consist_of_punctuation() {
    check::<Marks>(&[
        (r#"{",":":y",":":"Comma"}"#, r#"Comma(":y")"#),
        (r#"{",":"b","x":":",":":"Comma"}"#, r#"Comma("b") ~ unknown_field at x: ":""#),
    ]);
}
