//! What a `Decoder` decides without a change to the model: leniency, unknown fields, limits.

use connect_runtime::{ConnectModel, ConnectSession, Decoder, StreamError};
use connect_tests::{codes, outcome};

#[derive(Debug, ConnectModel)]
struct Order {
    #[connect(default)]
    id: String,
    #[connect(default)]
    state: State,
    #[connect(null_as_default, default)]
    count: u8,
    #[connect(fallback, default = 1.0, range(min = 0))]
    rate: f64,
    #[connect(skip_invalid, default)]
    lines: Vec<u8>,
}

#[derive(Debug, Default, ConnectModel)]
#[connect(rename_all = "lowercase")]
enum State {
    #[default]
    Open,
    #[connect(other)]
    Other(String),
}

/// Each kind of drift on its own: the input, the drift, and the problem that a strict decoder reports instead.
const KINDS: [(&str, &str, &str); 7] = [
    (r#"{"id":7}"#, "coerced at id: 7", "! wrong_type"),
    (r#"{"count":"7"}"#, r#"coerced at count: "7""#, "! wrong_type"),
    (r#"{"state":"lost"}"#, r#"unknown_variant at state: "lost""#, "! unknown_variant"),
    (r#"{"count":null}"#, "null_defaulted at count: null", "! wrong_type"),
    (r#"{"rate":"cheap"}"#, r#"replaced at rate: "cheap""#, "! invalid_number"),
    (r#"{"rate":-1}"#, "replaced at rate: -1", "! range"),
    (r#"{"lines":[1,-2,3]}"#, "skipped at lines[1]: -2", "! number_out_of_range"),
];

#[test]
fn every_kind_of_drift_except_unknown_fields_is_a_problem_for_a_strict_decoder() {
    let (lenient, strict) = (Decoder::new(), Decoder::new().strict(true));
    for (text, drift, problem) in KINDS {
        let outcome_of = |decoder: &Decoder| outcome::<Order>(decoder, text);
        assert!(outcome_of(&lenient).ends_with(&format!(" ~ {drift}")), "{text}: {}", outcome_of(&lenient));
        assert_eq!(outcome_of(&strict), problem, "{text}");
        assert_eq!(outcome_of(&strict.strict(false)), outcome_of(&lenient), "{text}");
    }
}

#[test]
fn plain_and_streamed_decoding_follow_the_same_policy() {
    let strict = Decoder::new().strict(true).deny_unknown_fields(true);
    for text in KINDS.map(|(text, ..)| text).into_iter().chain([r#"{"new":1}"#, "{}"]) {
        let decoded = strict.decode::<Order>(text).map(|_| ()).map_err(|report| codes(&report));
        let plain = strict.from_str::<Order>(text).map(|_| ()).map_err(|report| codes(&report));
        assert_eq!(plain, decoded, "{text}");
        assert_eq!(streamed(strict, text), decoded, "{text}");
    }
}

/// The codes of the only record in `text`, if it is rejected.
fn streamed(decoder: Decoder, text: &str) -> Result<(), String> {
    let mut records = decoder.stream::<Order>(text.as_bytes());
    let result = records.next().expect("a record");
    assert!(records.next().is_none(), "{text} is one record");
    match result {
        Ok(_) => Ok(()),
        Err(StreamError::Rejected { report, .. }) => Err(codes(&report)),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn unknown_fields_can_be_denied_without_affecting_other_drift() {
    let denying = Decoder::new().deny_unknown_fields(true);
    let text = r#"{"id":7,"new":1,"newer":{"id":2}}"#;
    assert_eq!(outcome::<Order>(&denying, text), "! unknown_field ! unknown_field");
    assert!(outcome::<Order>(&denying, r#"{"id":7}"#).ends_with(" ~ coerced at id: 7"));
    assert!(
        outcome::<Order>(&denying.deny_unknown_fields(false), text).ends_with(r#"~ unknown_field at newer: {"id":2}"#)
    );
}

#[test]
fn each_limit_has_its_own_code() {
    let text = r#"[["abcd"],["e","f","g"]]"#;
    let limited = [
        ("! input_limit", Decoder::new().max_input_bytes(text.len() - 1), Decoder::new().max_input_bytes(text.len())),
        ("! depth_limit", Decoder::new().max_depth(1), Decoder::new().max_depth(2)),
        ("! string_limit", Decoder::new().max_string_bytes(3), Decoder::new().max_string_bytes(4)),
        ("! item_limit", Decoder::new().max_items(2), Decoder::new().max_items(3)),
    ];
    for (code, over, within) in limited {
        assert_eq!(outcome::<Vec<Vec<String>>>(&over, text), code);
        assert_eq!(outcome::<Vec<Vec<String>>>(&within, text), r#"[["abcd"], ["e", "f", "g"]]"#);
    }
}

#[test]
fn limits_apply_to_each_record_of_a_stream() {
    let lines = "{\"id\":\"a\"}\n{\"id\":\"abcdef\"}\n{\"lines\":[1,2,3]}\n{\"new\":[[[]]]}\n{\"id\":\"b\"}\n";
    let decoder = Decoder::new().max_input_bytes(15).max_string_bytes(5).max_items(2).max_depth(3);
    let outcomes: Vec<String> = decoder
        .stream::<Order>(lines.as_bytes())
        .map(|result| match result {
            Ok(record) => record.value.id,
            Err(StreamError::Rejected { report, .. }) => codes(&report),
            Err(error) => error.to_string(),
        })
        .collect();
    assert_eq!(outcomes, ["a", "! string_limit", "! input_limit", "! depth_limit", "b"]);
}

#[test]
fn one_type_can_be_strict_in_tests_and_lenient_in_production() {
    let recorded = r#"{"id":3119.45,"organization_id":"5542.42","projectId":"p","createdAt":"2024-11-23T08:30:00Z",
        "originOwnerId":"o","originOwnerName":"Acme","categories":["hris","ticketing"],"region":"eu"}"#;
    let in_tests = Decoder::new().strict(true).deny_unknown_fields(true);
    let report = in_tests.from_str::<ConnectSession>(recorded).unwrap_err();
    assert_eq!(codes(&report), "! wrong_type ! unknown_variant ! unknown_field");

    let in_production = Decoder::new().decode::<ConnectSession>(recorded).unwrap();
    assert_eq!(in_production.value.id, "3119.45");
    assert_eq!(in_production.drift.changes().len(), report.issues().len());
    assert_eq!(Decoder::new().from_str::<ConnectSession>(recorded), Ok(in_production.value));
}
