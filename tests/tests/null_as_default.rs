//! `null_as_default`: null becomes the default and is recorded as drift.

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with, refuse};

#[derive(ConnectModel, Debug)]
struct Settings {
    #[connect(null_as_default, default)]
    tags: Vec<String>,
    #[connect(null_as_default, default = 25, range(max = 30))]
    size: u32,
    #[connect(null_as_default)]
    name: String,
    #[connect(null_as_default, default = Some(3))]
    level: Option<u8>,
}

#[test]
fn null_becomes_the_fields_default_or_that_of_its_type() {
    check::<Settings>(&[
        (
            r#"{"tags": null, "size": null, "name": null, "level": null}"#,
            concat!(
                r#"Settings { tags: [], size: 25, name: "", level: Some(3) } ~ null_defaulted at tags: null ~ "#,
                "null_defaulted at size: null ~ null_defaulted at name: null ~ null_defaulted at level: null"
            ),
        ),
        (r#"{"name": "a"}"#, r#"Settings { tags: [], size: 25, name: "a", level: Some(3) }"#),
        (r#"{"name": "a", "size": 1, "level": 2}"#, r#"Settings { tags: [], size: 1, name: "a", level: Some(2) }"#),
    ]);
}

#[test]
fn other_values_and_absence_are_treated_as_usual() {
    check::<Settings>(&[
        ("{}", "! missing_field"),
        (r#"{"name": "a", "tags": {}}"#, "! wrong_type"),
        (r#"{"name": "a", "size": 31}"#, "! range"),
        (r#"{"name": nul}"#, "! syntax"),
    ]);
}

#[test]
fn strict_decoding_refuses_null() {
    check_with::<Settings>(&Decoder::new().strict(true), &[(r#"{"name": null}"#, "! wrong_type")]);
    let report = Decoder::new().strict(true).from_str::<Settings>(r#"{"name": null}"#).unwrap_err();
    assert_eq!(report.to_string(), "1:10: name: expected a value, found `null` (strict) [wrong_type]");
    assert_eq!(
        refuse::<Settings>(r#"{"name": []}"#).to_string(),
        "1:10: name: expected a string, found an array [wrong_type]"
    );
}
