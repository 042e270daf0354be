//! `from_str`: the type's `FromStr` parses a string.

#![allow(dead_code, reason = "fields are looked at through `Debug`")]

use std::{collections::HashMap, num::ParseIntError, path::PathBuf, str::FromStr};

use connect_runtime::ConnectModel;
use connect_tests::{check, refuse};

/// `#rrggbb`.
#[derive(Debug, PartialEq)]
struct Color(u32);

impl FromStr for Color {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        u32::from_str_radix(text.trim_start_matches('#'), 16).map(Color)
    }
}

#[derive(ConnectModel, Debug)]
struct Theme {
    #[connect(from_str)]
    front: Color,
    #[connect(from_str)]
    back: Option<Color>,
    #[connect(from_str, default = Color(7))]
    border: Color,
    #[connect(from_str)]
    file: PathBuf,
}

#[test]
fn only_strings_are_parsed() {
    check::<Theme>(&[
        (
            r##"{"front": "#ff", "file": "a/b", "back": "\u0031"}"##,
            r#"Theme { front: Color(255), back: Some(Color(1)), border: Color(7), file: "a/b" }"#,
        ),
        (
            r##"{"front": "1", "file": "", "back": null, "border": "2"}"##,
            r#"Theme { front: Color(1), back: None, border: Color(2), file: "" }"#,
        ),
        (r#"{"front": 1, "file": "a"}"#, "! wrong_type"),
        (r#"{"front": null, "file": "a"}"#, "! wrong_type"),
        (r#"{"file": "a"}"#, "! missing_field"),
    ]);
    assert_eq!(
        refuse::<Theme>(r##"{"front": "#xy", "file": [], "back": ""}"##).to_string(),
        "1:11: front: expected a string in the field's format, found the string `\"#xy\"`: invalid digit found in string [invalid_value]\n\
         1:26: file: expected a string in the field's format, found an array [wrong_type]\n\
         1:38: back: expected a string in the field's format, found the string `\"\"`: cannot parse integer from empty string [invalid_value]"
    );
}

#[derive(ConnectModel, Debug)]
struct Shade(#[connect(from_str)] Color);

#[derive(ConnectModel, Debug)]
struct Combined {
    #[connect(from_str, empty_as_none)]
    empty: Option<Color>,
    #[connect(from_str, fallback, default = Color(9))]
    fallback: Color,
    #[connect(from_str, sensitive)]
    secret: Color,
}

#[test]
fn from_str_combines_with_other_attributes_and_newtypes() {
    check::<HashMap<String, Shade>>(&[(r#"{"a": "ff"}"#, r#"{"a": Shade(Color(255))}"#)]);
    check::<Combined>(&[
        (
            r#"{"empty": "", "fallback": "x", "secret": "1"}"#,
            r#"Combined { empty: None, fallback: Color(9), secret: Color(1) } ~ replaced at fallback: "x""#,
        ),
        (
            r#"{"empty": "1", "secret": "1"}"#,
            "Combined { empty: Some(Color(1)), fallback: Color(9), secret: Color(1) }",
        ),
    ]);
    assert_eq!(
        refuse::<Combined>(r#"{"secret": "hunter2"}"#).to_string(),
        "1:12: secret: expected a string in the field's format, found a string [invalid_value]"
    );
}
