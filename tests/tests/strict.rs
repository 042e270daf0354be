//! `strict` on a field, on a container and on the decoder: coercion is refused there, and only there.

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with, refuse};

#[derive(Debug, ConnectModel)]
struct Mixed {
    #[connect(strict)]
    id: String,
    name: String,
    #[connect(strict)]
    counts: Option<Vec<u8>>,
    #[connect(strict)]
    flag: Option<bool>,
    #[connect(strict, default = 1.5)]
    rate: f64,
}

#[test]
fn a_strict_field_refuses_coercion_in_everything_it_contains() {
    check::<Mixed>(&[
        (
            r#"{"id":"1","name":2}"#,
            r#"Mixed { id: "1", name: "2", counts: None, flag: None, rate: 1.5 } ~ coerced at name: 2"#,
        ),
        (r#"{"id":1,"name":"2"}"#, "! wrong_type"),
        (r#"{"id":"1","name":"2","counts":["1",2]}"#, "! wrong_type"),
        (
            r#"{"id":"1","name":"2","counts":[1,2.0]}"#,
            r#"Mixed { id: "1", name: "2", counts: Some([1, 2]), flag: None, rate: 1.5 }"#,
        ),
        (r#"{"id":"1","name":"2","flag":"true","rate":"1"}"#, "! wrong_type ! wrong_type"),
        (
            r#"{"id":"1","name":"2","flag":null,"rate":2}"#,
            r#"Mixed { id: "1", name: "2", counts: None, flag: None, rate: 2.0 }"#,
        ),
    ]);
}

#[test]
fn the_message_says_that_strict_is_the_reason() {
    insta::assert_snapshot!(
        refuse::<Mixed>(r#"{"id": 12, "name": "", "counts": [1, "2"], "flag": "false", "rate": "x"}"#).to_string()
    );
}

#[derive(Debug, ConnectModel)]
#[connect(strict)]
struct Strict {
    id: String,
    inner: Option<Lenient>,
}

#[derive(Debug, ConnectModel)]
struct Lenient {
    id: String,
}

#[derive(Debug, ConnectModel)]
struct Outer {
    before: u8,
    strict: Option<Strict>,
    after: u8,
}

#[test]
fn a_strict_container_affects_all_its_fields_but_not_its_neighbours() {
    check::<Strict>(&[
        (r#"{"id":"1"}"#, r#"Strict { id: "1", inner: None }"#),
        (r#"{"id":1}"#, "! wrong_type"),
        (r#"{"id":"1","inner":{"id":2}}"#, "! wrong_type"),
        (r#"{"id":"1","x":2}"#, r#"Strict { id: "1", inner: None } ~ unknown_field at x: 2"#),
    ]);
    check::<Outer>(&[
        (
            r#"{"before":"1","strict":{"id":"2"},"after":"3"}"#,
            r#"Outer { before: 1, strict: Some(Strict { id: "2", inner: None }), after: 3 } ~ coerced at before: "1" ~ coerced at after: "3""#,
        ),
        (r#"{"before":"1","strict":{"id":2},"after":"3"}"#, "! wrong_type"),
        (r#"{"before":"1","strict":true,"after":"3"}"#, "! wrong_type"),
    ]);
}

#[derive(Debug, ConnectModel)]
enum Kind {
    Known,
    #[connect(other)]
    Other(String),
}

#[derive(Debug, ConnectModel)]
struct WithKind {
    #[connect(strict)]
    kind: Kind,
    id: u8,
}

#[test]
fn a_strict_field_refuses_coercion_but_accepts_unknown_variants() {
    check::<WithKind>(&[(
        r#"{"kind":"new","id":1}"#,
        r#"WithKind { kind: Other("new"), id: 1 } ~ unknown_variant at kind: "new""#,
    )]);
}

#[test]
fn a_strict_decoder_refuses_every_kind_of_drift_except_unknown_fields() {
    let strict = Decoder::new().strict(true);
    check_with::<WithKind>(
        &strict,
        &[
            (r#"{"kind":"Known","id":1,"x":2}"#, "WithKind { kind: Known, id: 1 } ~ unknown_field at x: 2"),
            (r#"{"kind":"new","id":"1"}"#, "! unknown_variant ! wrong_type"),
        ],
    );
    check_with::<WithKind>(
        &strict.deny_unknown_fields(true),
        &[(r#"{"kind":"new","id":"1","x":2}"#, "! unknown_variant ! wrong_type ! unknown_field")],
    );
    check_with::<WithKind>(
        &Decoder::new().strict(false),
        &[(r#"{"kind":"Known","id":"1"}"#, r#"WithKind { kind: Known, id: 1 } ~ coerced at id: "1""#)],
    );
}
