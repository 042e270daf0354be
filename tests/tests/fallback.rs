//! `fallback`: a value that is invalid or violates a rule is replaced by the default and recorded as drift.

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with, refuse};

#[derive(ConnectModel, Debug, Default, PartialEq)]
#[connect(rename_all = "lowercase")]
enum Level {
    #[default]
    Low,
    High,
}

#[derive(ConnectModel, Debug, Default)]
struct Inner {
    #[connect(range(min = 1))]
    a: u8,
    #[connect(default)]
    b: Vec<u8>,
}

#[derive(ConnectModel, Debug)]
struct Model {
    #[connect(fallback)]
    level: Level,
    #[connect(fallback, default = 10, range(max = 20))]
    count: u32,
    #[connect(fallback, default)]
    inner: Inner,
    #[connect(fallback)]
    maybe: Option<u8>,
}

#[test]
fn an_invalid_value_is_replaced_whatever_is_wrong_with_it() {
    check::<Model>(&[
        (
            r#"{"level": "high", "count": 1, "inner": {"a": 1}, "maybe": 2}"#,
            "Model { level: High, count: 1, inner: Inner { a: 1, b: [] }, maybe: Some(2) }",
        ),
        (
            r#"{"level": "higher", "count": 21, "inner": {"a": 0, "b": [1, "2"], "c": 3}, "maybe": []}"#,
            concat!(
                r#"Model { level: Low, count: 10, inner: Inner { a: 0, b: [] }, maybe: None } ~ replaced at level: "higher" ~ "#,
                r#"replaced at count: 21 ~ replaced at inner: {"a": 0, "b": [1, "2"], "c": 3} ~ replaced at maybe: []"#
            ),
        ),
        (
            r#"{"level": {"x": [1, 2]}, "inner": {"a": "7", "b": ["1"]}}"#,
            concat!(
                r#"Model { level: Low, count: 10, inner: Inner { a: 7, b: [1] }, maybe: None } ~ replaced at level: {"x": [1, 2]}"#,
                r#" ~ coerced at inner.a: "7" ~ coerced at inner.b[0]: "1""#
            ),
        ),
    ]);
}

#[test]
fn absence_duplicates_and_syntax_errors_are_not_replaced() {
    check::<Model>(&[
        ("{}", "! missing_field"),
        (r#"{"level": "low", "level": "high"}"#, "! duplicate_field"),
        (r#"{"level": lo}"#, "! syntax"),
    ]);
}

#[test]
fn a_value_that_ends_the_run_leaves_only_what_ended_it() {
    check::<Model>(&[
        (r#"{"inner": {"a": 0, "b": [-1, "x", }"#, "! syntax"),
        (r#"{"count": -1, "level": "low", "inner": {"a": [], "b": [1 2]}}"#, "! syntax"),
    ]);
    let deep = r#"{"level": "low", "inner": {"a": -1, "b": [[[[1]]]]}}"#;
    check_with::<Model>(&Decoder::new().max_depth(3), &[(deep, "! depth_limit")]);
}

#[test]
fn strict_decoding_reports_what_would_be_replaced() {
    check_with::<Model>(
        &Decoder::new().strict(true),
        &[
            (r#"{"level": "x"}"#, "! unknown_variant"),
            (r#"{"level": "low", "count": 21}"#, "! range"),
            (r#"{"level": "low", "inner": {"a": 0}}"#, "! range"),
        ],
    );
}

#[test]
fn problems_elsewhere_are_all_kept() {
    #[derive(ConnectModel, Debug)]
    #[allow(dead_code, reason = "only refused")]
    struct Row {
        before: u8,
        #[connect(fallback)]
        inner: Inner,
        after: u8,
    }
    assert_eq!(
        refuse::<Row>(r#"{"before": "x", "inner": {"a": [], "b": {}}, "after": []}"#).to_string(),
        "1:12: before: expected an integer, found the string `\"x\"` [invalid_number]\n\
         1:55: after: expected an integer, found an array [wrong_type]"
    );
}

#[derive(ConnectModel, Debug)]
struct Secret {
    #[connect(fallback, sensitive, strict)]
    pin: u16,
}

#[derive(ConnectModel, Debug)]
struct Volume(#[connect(fallback, default = 5, range(max = 11))] u8);

#[test]
fn fallback_combines_with_strict_sensitive_and_newtypes() {
    check::<Secret>(&[
        (r#"{"pin": "1234"}"#, "Secret { pin: 0 } ~ replaced at pin: "),
        (r#"{"pin": 1234}"#, "Secret { pin: 1234 }"),
    ]);
    check::<Vec<Volume>>(&[("[1, 12]", "[Volume(1), Volume(5)] ~ replaced at [1]: 12")]);
}
