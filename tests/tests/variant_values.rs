//! Names of variants that are integers or bools, and names that come across the quotes.

use std::collections::{BTreeMap, BTreeSet};

use connect_runtime::{ConnectModel, Decoder, MapKey};
use connect_tests::{accept, check, check_with, codes, refuse};
use serde_json::Value;

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, ConnectModel)]
enum Level {
    #[connect(rename = 1, alias = 10)]
    Low,
    #[connect(rename = -2)]
    Negative,
    #[connect(rename = true, alias = "yes")]
    On,
    #[connect(rename = "404")]
    Lost,
}

#[test]
fn a_name_is_read_as_it_is_written_and_across_the_quotes_as_drift() {
    check::<Level>(&[
        ("1", "Low"),
        ("10", "Low"),
        ("-2", "Negative"),
        ("true", "On"),
        (r#""yes""#, "On"),
        (r#""404""#, "Lost"),
        (r#""1""#, r#"Low ~ coerced at $: "1""#),
        (r#""10""#, r#"Low ~ coerced at $: "10""#),
        (r#""-2""#, r#"Negative ~ coerced at $: "-2""#),
        (r#""true""#, r#"On ~ coerced at $: "true""#),
        ("404", "Lost ~ coerced at $: 404"),
    ]);
}

#[test]
fn numbers_equal_in_value_are_the_same_name() {
    check::<Level>(&[
        ("1.0", "Low"),
        ("1e0", "Low"),
        ("0.1e2", "Low"),
        ("-20e-1", "Negative"),
        (r#""1.0""#, r#"Low ~ coerced at $: "1.0""#),
        ("1.5", "! unknown_variant"),
        // A name in quotes is text: only the same spelling is the same name.
        ("404.0", "! unknown_variant"),
    ]);
}

#[test]
fn other_values_are_refused_with_the_list_of_names() {
    check::<Level>(&[
        ("7", "! unknown_variant"),
        ("false", "! unknown_variant"),
        (r#""no""#, "! unknown_variant"),
        (r#""false""#, "! unknown_variant"),
        ("null", "! wrong_type"),
        ("[1]", "! wrong_type"),
        ("{}", "! wrong_type"),
    ]);
    let message = |json| refuse::<Level>(json).issues()[0].message().to_owned();
    let list = "expected one of `1`, `-2`, `true` or `404`";
    assert_eq!(message("7"), format!("the number `7` is not a variant of `Level`, {list}"));
    assert_eq!(message("null"), format!("{list}, found `null`"));
    assert_eq!(message("false"), format!("`false` is not a variant of `Level`, {list}"));
}

#[test]
fn strict_refuses_a_name_across_the_quotes() {
    let strict = Decoder::new().strict(true);
    check_with::<Level>(
        &strict,
        &[
            ("1", "Low"),
            ("1.0", "Low"),
            ("true", "On"),
            (r#""404""#, "Lost"),
            (r#""1""#, "! wrong_type"),
            (r#""true""#, "! wrong_type"),
            ("404", "! wrong_type"),
        ],
    );
}

/// All names in quotes: a number is the text of its own spelling.
#[derive(Debug, PartialEq, ConnectModel)]
enum Code {
    #[connect(rename = "404")]
    Lost,
    #[connect(other)]
    Other(String),
}

#[test]
fn a_name_in_quotes_takes_the_number_of_its_spelling() {
    check::<Code>(&[
        (r#""404""#, "Lost"),
        ("404", "Lost ~ coerced at $: 404"),
        ("4.04e2", "! wrong_type"),
        (r#""5""#, r#"Other("5") ~ unknown_variant at $: "5""#),
        ("5", "! wrong_type"),
    ]);
}

#[test]
fn a_key_has_quotes_anyway() {
    let found: BTreeMap<Level, u8> = accept(r#"{"1": 1, "-2": 2, "true": 3, "404": 4}"#);
    assert_eq!(found, BTreeMap::from([(Level::Low, 1), (Level::Negative, 2), (Level::On, 3), (Level::Lost, 4)]));
    assert_eq!(codes(&refuse::<BTreeMap<Level, u8>>(r#"{"3": 1}"#)), "! unknown_variant");
    let keys = [Level::Low, Level::Negative, Level::On, Level::Lost].map(|level| level.to_key().into_owned());
    assert_eq!(keys, ["1", "-2", "true", "404"]);
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Levels {
    #[connect(unique)]
    list: Vec<Level>,
    set: BTreeSet<Level>,
}

#[test]
fn lists_and_sets_find_the_name_that_comes_again() {
    accept::<Levels>(r#"{"list": [1, -2, true], "set": [1, -2, true]}"#);
    let report = refuse::<Levels>(r#"{"list": [1, -2, 1], "set": [1, true]}"#);
    let found: Vec<_> = report.issues().iter().map(|issue| issue.path().to_string()).collect();
    assert_eq!(found, ["list"]);
}

#[derive(Debug, PartialEq, ConnectModel)]
enum Number {
    #[connect(rename = 0)]
    None,
    #[connect(rename = "max")]
    Max,
    #[connect(other)]
    Other(i64),
}

#[derive(Debug, PartialEq, ConnectModel)]
enum Any {
    #[connect(rename = 0)]
    None,
    #[connect(other)]
    Other(Value),
}

#[derive(Debug, PartialEq, ConnectModel)]
enum Text {
    #[connect(rename = 0)]
    None,
    #[connect(other)]
    Other(String),
}

#[derive(Debug, PartialEq, ConnectModel)]
enum Dropped {
    #[connect(rename = 0)]
    None,
    #[connect(other)]
    Other,
}

#[test]
fn other_keeps_what_its_type_holds() {
    check::<Number>(&[
        ("0", "None"),
        (r#""max""#, "Max"),
        ("7", "Other(7) ~ unknown_variant at $: 7"),
        (r#""0""#, r#"None ~ coerced at $: "0""#),
        (r#""7""#, r#"Other(7) ~ coerced at $: "7" ~ unknown_variant at $: "7""#),
        (r#""min""#, "! invalid_number"),
        ("1.5", "! invalid_number"),
        ("true", "! wrong_type"),
        ("null", "! wrong_type"),
    ]);
    check::<Text>(&[
        ("0", "None"),
        (r#""a""#, r#"Other("a") ~ unknown_variant at $: "a""#),
        ("7", r#"Other("7") ~ coerced at $: 7 ~ unknown_variant at $: 7"#),
        ("true", "! wrong_type"),
        ("{}", "! wrong_type"),
    ]);
    check::<Dropped>(&[
        ("0", "None"),
        (r#""a""#, r#"Other ~ unknown_variant at $: "a""#),
        ("7", "Other ~ unknown_variant at $: 7"),
        ("null", "! wrong_type"),
    ]);
    assert_eq!(accept_drifted::<Any>("[1, null]"), Any::Other(serde_json::json!([1, null])));
    assert_eq!(accept_drifted::<Any>("null"), Any::Other(Value::Null));
    assert_eq!(accept_drifted::<Any>("7"), Any::Other(7.into()));
    assert_eq!(Any::Other("a".into()).to_key(), "a");
    assert_eq!(Number::Other(-7).to_key(), "-7");
}

/// What the JSON is read as, with the name as drift.
fn accept_drifted<T: connect_runtime::DecodeOwned>(json: &str) -> T {
    let decoded = Decoder::new().decode::<T>(json).unwrap();
    let kinds: Vec<_> = decoded.drift.changes().iter().map(|change| change.kind().as_str()).collect();
    assert_eq!(kinds, ["unknown_variant"]);
    decoded.value
}

#[test]
fn strict_refuses_what_other_would_keep() {
    let strict = || Decoder::new().strict(true);
    check_with::<Number>(&strict(), &[("0", "None"), ("7", "! unknown_variant"), (r#""min""#, "! unknown_variant")]);
    check_with::<Any>(&strict(), &[("0", "None"), ("7", "! unknown_variant"), ("[]", "! wrong_type")]);
    check_with::<Dropped>(&strict(), &[("7", "! unknown_variant"), (r#""0""#, "! wrong_type")]);
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "v")]
enum Versioned {
    #[connect(rename = 1)]
    One { a: u8 },
    #[connect(rename = 2, alias = "two")]
    Two,
    #[connect(rename = "3")]
    Three { b: u8 },
    #[connect(other)]
    Later(Value),
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "ok", content = "data")]
enum Outcome {
    #[connect(rename = true)]
    Done(u8),
    #[connect(rename = false)]
    Failed { why: String },
}

#[test]
fn tags_are_integers_and_bools() {
    check::<Versioned>(&[
        (r#"{"v": 1, "a": 5}"#, "One { a: 5 }"),
        (r#"{"a": 5, "v": 1.0}"#, "One { a: 5 }"),
        (r#"{"a": 5, "v": "1"}"#, r#"One { a: 5 } ~ coerced at v: "1""#),
        (r#"{"v": 2}"#, "Two"),
        (r#"{"v": "two"}"#, "Two"),
        (r#"{"v": 3, "b": 1}"#, "Three { b: 1 } ~ coerced at v: 3"),
        (r#"{"v": null}"#, "! wrong_type"),
    ]);
    assert_eq!(accept_drifted::<Versioned>(r#"{"v": 9}"#), Versioned::Later(serde_json::json!({"v": 9})));
    check::<Outcome>(&[
        (r#"{"ok": true, "data": 5}"#, "Done(5)"),
        (r#"{"data": {"why": "x"}, "ok": false}"#, r#"Failed { why: "x" }"#),
        (r#"{"ok": "true", "data": 5}"#, r#"Done(5) ~ coerced at ok: "true""#),
        (r#"{"ok": 1, "data": 5}"#, "! unknown_variant"),
    ]);
    let strict = || Decoder::new().strict(true);
    check_with::<Versioned>(&strict(), &[(r#"{"v": "1", "a": 5}"#, "! wrong_type")]);
    check_with::<Outcome>(&strict(), &[(r#"{"ok": "true", "data": 5}"#, "! wrong_type")]);
}

#[derive(Debug, PartialEq, ConnectModel)]
enum External {
    #[connect(rename = 1)]
    Plain,
    #[connect(rename = 2)]
    Full(u8),
}

#[test]
fn the_key_of_an_externally_tagged_enum_is_text() {
    check::<External>(&[
        ("1", "Plain"),
        (r#""1""#, r#"Plain ~ coerced at $: "1""#),
        (r#"{"2": 5}"#, "Full(5)"),
        ("2", "! wrong_type"),
        ("3", "! unknown_variant"),
        ("null", "! wrong_type"),
    ]);
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Page {
    id: u8,
    #[connect(flatten)]
    body: Versioned,
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(untagged)]
enum LevelOr {
    Level(Level),
    Names(Vec<String>),
}

#[test]
fn flattened_and_untagged_enums_read_them_too() {
    check::<Page>(&[
        (r#"{"id": 1, "v": 1, "a": 2}"#, "Page { id: 1, body: One { a: 2 } }"),
        (r#"{"v": "1", "a": 2, "id": 1}"#, r#"Page { id: 1, body: One { a: 2 } } ~ coerced at v: "1""#),
    ]);
    check::<LevelOr>(&[("1", "Level(Low)"), ("true", "Level(On)"), (r#"["a"]"#, r#"Names(["a"])"#)]);
}
