//! Paths of every form in serde's attributes, and the crate `serde_with`, which writes such paths.

use std::{borrow::Cow, time::Duration};

use connect_runtime::{ConnectModel, assert_round_trips, from_str};
use connect_tests::{accept, check, refuse};
use serde::{Deserialize, Deserializer, Serialize};
use serde_with::{
    As, DisplayFromStr, DurationSeconds, NoneAsEmptyString, OneOrMany, Same, VecSkipError, json::JsonString, serde_as,
};

#[serde_as]
#[derive(ConnectModel, Debug, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
struct Session {
    #[serde_as(as = "OneOrMany<_>")]
    seats: Vec<u8>,
    #[serde_as(as = "Option<DisplayFromStr>")]
    price: Option<u32>,
    #[serde_as(as = "DurationSeconds<u64>")]
    length: Duration,
    #[serde_as(as = "NoneAsEmptyString")]
    note: Option<String>,
    #[serde_as(deserialize_as = "VecSkipError<_>")]
    ids: Vec<u8>,
    #[serde_as(as = "JsonString")]
    nested: Vec<u8>,
    #[serde(with = "As::<Vec<(DisplayFromStr, Same)>>")]
    by_hand: Vec<(i8, bool)>,
}

const TEXTS: [&str; 3] = [
    r#"{"seats": 3, "length": 5, "note": "", "ids": [1, "x", 3], "nested": "[1,2]", "by_hand": [["-3", true]]}"#,
    r#"{"seats": [3, 4], "price": "12", "length": 0, "note": "a", "ids": [], "nested": "[]", "by_hand": []}"#,
    r#"{"seats": [], "price": null, "length": 1, "note": null, "ids": [], "nested": " [ ]", "by_hand": []}"#,
];

#[test]
fn serde_as_reads_what_it_reads_in_serde() {
    for text in TEXTS {
        let session: Session = accept(text);
        assert_eq!(session, serde_json::from_str(text).unwrap(), "{text}");
        assert_round_trips(&session);
    }
}

#[test]
fn errors_of_serde_with_are_reported_together_at_their_fields() {
    let text =
        r#"{"price": "q", "length": "x", "note": 4, "ids": 3, "nested": "[1,", "by_hand": [[3, true]], "seats": []}"#;
    let report = refuse::<Session>(text);
    let paths: Vec<_> = report.issues().iter().map(|issue| issue.path().to_string()).collect();
    assert_eq!(paths, ["price", "length", "note", "ids", "nested", "by_hand"]);
    assert!(report.issues().iter().all(|issue| issue.code().as_str() == "invalid_value"), "{report}");
}

#[serde_as]
#[derive(ConnectModel, Debug, PartialEq, Deserialize)]
#[connect(no_deserialize)]
struct Wrapped(#[serde_as(as = "Option<DisplayFromStr>")] Option<u32>);

#[serde_as]
#[derive(ConnectModel, Debug, PartialEq, Deserialize)]
#[connect(no_deserialize)]
struct Pair(u8, #[serde_as(as = "Option<DisplayFromStr>")] Option<u32>);

#[test]
fn serde_as_works_on_unnamed_fields() {
    check::<Wrapped>(&[(r#""3""#, "Wrapped(Some(3))"), ("null", "Wrapped(None)"), ("3", "! invalid_value")]);
    check::<Pair>(&[("[1]", "Pair(1, None)"), (r#"[1, "2"]"#, "Pair(1, Some(2))"), ("[]", "! wrong_length")]);
    assert_eq!(serde_json::from_str::<Pair>("[1]").unwrap(), Pair(1, None));
}

trait Lenient: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
    fn ninth() -> Self;
}

impl Lenient for u8 {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn ninth() -> Self {
        9
    }
}

/// Not a module, but has its functions.
struct Times<const N: u8>;

impl<const N: u8> Times<N> {
    fn decode(json: &str) -> Result<u8, String> {
        json.parse().map(|number: u8| number.wrapping_mul(N)).map_err(|_| format!("`{json}` is no number"))
    }
}

fn is_below<const N: u8>(value: &u8) -> Result<(), String> {
    if *value < N { Ok(()) } else { Err(format!("must be below {N}")) }
}

#[derive(ConnectModel, Debug)]
#[expect(dead_code, reason = "compared as `Debug` shows them")]
struct Paths {
    #[serde(deserialize_with = "<u8 as Lenient>::read::<_>", default = "<u8 as Lenient>::ninth")]
    qualified: u8,
    #[serde(default = "Vec::<u8>::new")]
    generic: Vec<u8>,
    #[connect(with = Times::<2>, custom = is_below::<9>, default = <u8 as Lenient>::ninth() - 4)]
    own: u8,
}

#[test]
fn paths_may_be_qualified_and_have_arguments() {
    check::<Paths>(&[
        ("{}", "Paths { qualified: 9, generic: [], own: 5 }"),
        (r#"{"qualified": 1, "generic": [2], "own": 3}"#, "Paths { qualified: 1, generic: [2], own: 6 }"),
        (r#"{"own": 7}"#, "! custom"),
        (r#"{"own": "a"}"#, "! invalid_value"),
    ]);
}

#[derive(ConnectModel, Debug, PartialEq, Deserialize)]
#[connect(no_deserialize)]
struct Labels {
    name: Cow<'static, str>,
    #[connect(strict, length(max = 3))]
    short: Option<Cow<'static, str>>,
    #[serde(default)]
    bytes: Cow<'static, [u8]>,
}

#[derive(ConnectModel, Debug)]
struct Name(Cow<'static, str>);

#[test]
fn a_static_cow_is_owned() {
    let text = r#"{"name": "a\n", "short": "b", "bytes": [1]}"#.to_owned();
    let labels: Labels = from_str(&text).unwrap();
    assert_eq!(labels, serde_json::from_str(&text).unwrap());
    drop(text);
    assert!(matches!(labels.name, Cow::Owned(_)));
    check::<Labels>(&[
        (r#"{"name": 3}"#, r#"Labels { name: "3", short: None, bytes: [] } ~ coerced at name: 3"#),
        ("{}", "! missing_field"),
        (r#"{"name": "", "short": 3}"#, "! wrong_type"),
        (r#"{"name": "", "short": "abcd"}"#, "! length"),
    ]);
    check::<Name>(&[(r#""a""#, r#"Name("a")"#), ("null", "! wrong_type")]);
}
