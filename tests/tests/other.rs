//! `other`: the variant for unknown names and tags.

use std::collections::BTreeMap;

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with};
use serde_json::{Value, value::RawValue};

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Event {
    Created {
        id: u8,
    },
    #[connect(other)]
    Other(Value),
}

#[test]
fn an_internally_tagged_enum_keeps_the_whole_object_with_its_tag() {
    check::<Event>(&[
        (r#"{"type": "Created", "id": 1}"#, "Created { id: 1 }"),
        (
            r#"{"id": 1, "type": "Moved"}"#,
            r#"Other(Object {"id": Number(1), "type": String("Moved")}) ~ unknown_variant at type: "Moved""#,
        ),
        (r#"{"id": 1}"#, "! missing_field"),
        (r#"{"type": 1}"#, "! wrong_type"),
    ]);
    check_with::<Event>(&Decoder::new().strict(true), &[(r#"{"type": "Moved"}"#, "! unknown_variant")]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "t", content = "c")]
enum Adjacent {
    Number(u8),
    #[connect(other)]
    Other(Box<RawValue>),
}

#[derive(ConnectModel, Debug)]
enum External {
    Number(u8),
    Unit,
    #[connect(other)]
    Other(BTreeMap<String, Value>),
}

#[test]
fn adjacent_and_external_enums_keep_the_whole_value() {
    check::<Adjacent>(&[
        (r#"{"t": "Number", "c": 1}"#, "Number(1)"),
        (r#"{"c": 1, "t": "Text"}"#, r#"Other(RawValue({"c": 1, "t": "Text"})) ~ unknown_variant at t: "Text""#),
    ]);
    check::<External>(&[
        (r#"{"Number": 1}"#, "Number(1)"),
        (r#""Unit""#, "Unit"),
        (r#"{"Text": "a"}"#, r#"Other({"Text": String("a")}) ~ unknown_variant at $: {"Text": "a"}"#),
        (r#""Text""#, "! wrong_type"),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Dropped {
    Created {
        id: u8,
    },
    #[serde(other)]
    Other,
}

#[derive(ConnectModel, Debug)]
enum DroppedName {
    Number(u8),
    #[connect(other)]
    Other,
}

#[test]
fn a_unit_variant_discards_the_value() {
    check::<Vec<Dropped>>(&[(
        r#"[{"type": "Moved", "to": [{}]}, {"type": "Created", "id": 1}]"#,
        r#"[Other, Created { id: 1 }] ~ unknown_variant at [0].type: "Moved""#,
    )]);
    check::<Vec<DroppedName>>(&[(
        r#"[{"Text": [1, {}]}, "Text", {"Number": 1}, {"A": 1, "B": 2}]"#,
        concat!(
            "[Other, Other, Number(1), Other] ~ unknown_variant at [0]: {\"Text\": [1, {}]} ~ ",
            "unknown_variant at [1]: \"Text\" ~ unknown_variant at [3]: {\"A\": 1, \"B\": 2}"
        ),
    )]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Typed {
    Known,
    #[connect(other)]
    Other(Unknown),
}

#[derive(ConnectModel, Debug)]
struct Unknown {
    #[connect(rename = "type")]
    kind: String,
    id: u8,
}

#[test]
fn other_is_read_with_the_tag_as_a_field_and_may_be_invalid() {
    check::<Typed>(&[
        (r#"{"type": "New", "id": 1}"#, r#"Other(Unknown { kind: "New", id: 1 }) ~ unknown_variant at type: "New""#),
        (r#"{"type": "New"}"#, "! missing_field"),
        (r#"{"type": "Known", "id": 1}"#, "Known ~ unknown_field at id: 1"),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(rename_all = "lowercase")]
enum Name {
    Ats,
    #[connect(other)]
    #[serde(untagged)]
    Other(String),
}

#[derive(ConnectModel, Debug)]
#[connect(rename_all = "lowercase")]
enum BorrowedName<'a> {
    Ats,
    #[connect(other)]
    Other(&'a str),
}

#[test]
fn a_unit_only_enum_keeps_the_name() {
    check::<Vec<Name>>(&[(r#"["ats", "crm"]"#, r#"[Ats, Other("crm")] ~ unknown_variant at [1]: "crm""#)]);
    let names: Vec<BorrowedName<'_>> = connect_runtime::from_str(r#"["ats", "crm"]"#).unwrap();
    assert_eq!(format!("{names:?}"), r#"[Ats, Other("crm")]"#);
}
