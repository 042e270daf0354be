//! `empty_as_none`: the empty string becomes `None`.

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with};
use jiff::{Timestamp, civil::Date};

#[derive(ConnectModel, Debug)]
struct Contact {
    #[connect(empty_as_none)]
    birthday: Option<Date>,
    #[connect(empty_as_none, length(min = 2))]
    name: Option<String>,
    #[connect(empty_as_none, required)]
    seen: Option<Timestamp>,
    #[connect(empty_as_none)]
    age: Option<u8>,
}

#[test]
fn an_empty_string_is_none_without_drift() {
    let none = "Contact { birthday: None, name: None, seen: None, age: None }";
    check::<Contact>(&[
        (r#"{"birthday": "", "name": "", "seen": "", "age": ""}"#, none),
        (r#"{"birthday": null, "seen": null}"#, none),
        (
            r#"{"birthday": "2024-11-23", "name": "ab", "seen": null, "age": "7"}"#,
            r#"Contact { birthday: Some(2024-11-23), name: Some("ab"), seen: None, age: Some(7) } ~ coerced at age: "7""#,
        ),
    ]);
    check_with::<Contact>(&Decoder::new().strict(true), &[(r#"{"name": "", "seen": ""}"#, none)]);
}

#[test]
fn nothing_else_counts_as_empty() {
    check::<Contact>(&[
        (r#"{"seen": "", "birthday": " "}"#, "! invalid_value"),
        (r#"{"seen": "", "age": {}}"#, "! wrong_type"),
        (r#"{"seen": "", "name": "a"}"#, "! length"),
        (r#"{"name": ""}"#, "! missing_field"),
        (r#"{"seen": "", "name": "\u0022"}"#, "! length"),
    ]);
}
