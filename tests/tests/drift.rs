//! Drift: its kinds, positions and text, and how it is displayed and serialized.

use std::collections::HashMap;

use connect_runtime::{Categories, Change, ConnectModel, ConnectSession, Decoder, Drift, DriftKind, Tally};
use serde_json::json;

#[derive(Debug, ConnectModel)]
struct Account {
    id: String,
    #[connect(default)]
    seats: u32,
    tags: Option<Vec<String>>,
    category: Option<Categories>,
}

fn drift(text: &str) -> Drift {
    match Decoder::new().decode::<Account>(text) {
        Ok(decoded) => decoded.drift,
        Err(report) => panic!("{text} was refused: {report}"),
    }
}

#[test]
fn every_kind_of_leniency_is_recorded_with_its_position_and_text() {
    let text = r#"{
  "id": 1.10,
  "plan": {
    "a": [1]
  },
  "seats": "5",
  "tags": ["a", 7],
  "category": "new"
}"#;
    assert_eq!(
        drift(text).to_string(),
        "2:9: id: found `1.10` [coerced]\n\
         3:3: plan: found `{     \"a\": [1]   }` [unknown_field]\n\
         6:12: seats: found `\"5\"` [coerced]\n\
         7:17: tags[1]: found `7` [coerced]\n\
         8:15: category: found `\"new\"` [unknown_variant]"
    );
}

#[derive(Debug, ConnectModel)]
struct Lenient {
    #[connect(null_as_default, default)]
    count: u8,
    #[connect(fallback, default)]
    seats: Vec<u32>,
    #[connect(skip_invalid, default)]
    tags: Vec<String>,
}

#[test]
fn a_replaced_or_skipped_value_is_one_change_whatever_drifted_inside() {
    let text = "{\"count\": null,\n\"seats\": [1, \"2\", true],\n\"tags\": [\"a\", 7, [8, null], {\"x\": 9}]}";
    let decoded = Decoder::new().decode::<Lenient>(text).unwrap();
    assert_eq!((decoded.value.count, decoded.value.seats.len(), decoded.value.tags.len()), (0, 0, 2));
    assert_eq!(
        decoded.drift.to_string(),
        "1:11: count: found `null` [null_defaulted]\n\
         2:10: seats: found `[1, \"2\", true]` [replaced]\n\
         3:15: tags[1]: found `7` [coerced]\n\
         3:18: tags[2]: found `[8, null]` [skipped]\n\
         3:29: tags[3]: found `{\"x\": 9}` [skipped]"
    );
}

#[test]
fn changes_beyond_the_inline_capacity_are_all_listed_in_input_order() {
    for count in [3, 4, 5, 50] {
        let tags = vec!["7"; count].join(",");
        let undone = r#""seats": ["1", "2", "3", "4", "5", true], "count": null"#;
        let drift = Decoder::new().decode::<Lenient>(&format!("{{\"tags\": [{tags}], {undone}}}")).unwrap().drift;
        let mut wanted: Vec<String> = (0..count).map(|index| format!("tags[{index}]")).collect();
        wanted.extend(["seats".to_owned(), "count".to_owned()]);
        assert_eq!(drift.changes().iter().map(|change| change.path().to_string()).collect::<Vec<_>>(), wanted);
        assert!(!drift.truncated());
    }
}

#[test]
fn input_that_matches_the_model_has_no_drift() {
    let drift = drift(r#"{"id": "a", "seats": 5, "tags": ["a"], "category": "hris"}"#);
    assert!(drift.is_empty() && drift.changes().is_empty() && !drift.truncated());
    assert_eq!((drift.to_string(), &drift), (String::new(), &Drift::default()));
}

#[test]
fn input_of_any_length_gives_the_same_changes() {
    let places = |padding: usize| {
        let drift = drift(&format!("{{\"id\": 7,\n \"pad\": \"{}\", \"seats\": \"5\"}}", "\u{e9}".repeat(padding)));
        let place =
            |change: &Change| (change.path().to_string(), change.line(), change.column().unwrap_or(0), change.kind());
        drift.changes().iter().map(place).collect::<Vec<_>>()
    };
    for padding in [0, 100, 2_000, 2_100, 100_000] {
        let expected = [
            ("id".to_owned(), Some(1), 8, DriftKind::Coerced),
            ("pad".to_owned(), Some(2), 2, DriftKind::UnknownField),
            ("seats".to_owned(), Some(2), 22 + padding, DriftKind::Coerced),
        ];
        assert_eq!(places(padding), expected);
    }
}

#[test]
fn found_text_is_truncated_to_64_characters() {
    let long = "\u{20ac}".repeat(100);
    let drift = drift(&format!(r#"{{"id": "a", "x": "{long}"}}"#));
    assert_eq!(drift.changes()[0].found(), format!("\"{}", "\u{20ac}".repeat(63)));
}

#[test]
fn changes_beyond_the_cap_are_indicated() {
    let text = format!("[{}\"1\"]", "\"1\",".repeat(150));
    let drift = Decoder::new().decode::<Vec<u8>>(&text).unwrap().drift;
    assert_eq!((drift.changes().len(), drift.truncated(), drift.is_empty()), (100, true, false));
    assert!(drift.to_string().ends_with("\nmore changes were found than the 100 listed"));
    let drift = Decoder::new().max_issues(0).decode::<Vec<u8>>(&text).unwrap().drift;
    assert_eq!((drift.changes().len(), drift.truncated(), drift.is_empty()), (0, true, false));
}

#[test]
fn many_unknown_fields_leave_room_for_rarer_kinds() {
    let unknown: Vec<_> = (0..150).map(|number| format!("\"x{number}\": 0")).collect();
    let text = format!("{{{}, \"seats\": \"7\", \"id\": 1}}", unknown.join(", "));
    let drift = drift(&text);
    let of_kind = |kind| drift.changes().iter().filter(|change| change.kind() == kind).count();
    assert_eq!((of_kind(DriftKind::UnknownField), of_kind(DriftKind::Coerced), drift.truncated()), (100, 2, true));

    let mut tally = Tally::new();
    tally.add_valid(&drift);
    let rows: u64 = tally.drift().iter().map(|row| row.count()).sum();
    assert_eq!((rows, tally.other_drift(), tally.truncated()), (102, 50, 1));
    assert!(tally.drift().iter().any(|row| (row.kind(), row.path()) == ("coerced", "id")));
}

#[test]
fn unknown_fields_can_be_left_out() {
    let decoder = Decoder::new().list_unknown_fields(false);
    let exact = decoder.decode::<Account>(r#"{"id": "a", "x": 1}"#).unwrap().drift;
    assert_eq!((exact.is_empty(), exact.truncated(), exact.changes().len()), (true, false, 0));
    let coerced = decoder.decode::<Account>(r#"{"x": 1, "id": 2}"#).unwrap().drift;
    assert_eq!(coerced.to_string(), "1:16: id: found `2` [coerced]");
    let denying = decoder.deny_unknown_fields(true);
    assert!(denying.decode::<Account>(r#"{"id": "a", "x": 1}"#).is_err());
}

#[derive(Debug, ConnectModel)]
struct Small {
    a: u8,
}

#[derive(Debug, ConnectModel)]
struct Large {
    a: u8,
    b: u8,
}

#[derive(Debug, ConnectModel)]
#[connect(untagged)]
enum Either {
    Small(Small),
    Large(Large),
}

#[test]
fn unknown_fields_that_are_left_out_still_choose_the_variant_that_fits_best() {
    for list in [true, false] {
        let decoder = Decoder::new().list_unknown_fields(list);
        let value = decoder.decode::<Either>(r#"{"a": 1, "b": 2}"#).unwrap().value;
        assert_eq!(format!("{value:?}"), "Large(Large { a: 1, b: 2 })");
        let small = decoder.decode::<Either>(r#"{"a": 1, "c": 2}"#).unwrap();
        assert_eq!((format!("{:?}", small.value), small.drift.is_empty()), ("Small(Small { a: 1 })".to_owned(), !list));
    }
}

#[test]
fn drift_serializes_as_an_array_of_objects() {
    let drift = drift("{\"id\": 7, \"a/b\": [null]}");
    let expected = json!([
        {"kind": "coerced", "path": "/id", "line": 1, "column": 8, "found": "7"},
        {"kind": "unknown_field", "path": "/a~1b", "line": 1, "column": 11, "found": "[null]"},
    ]);
    assert_eq!(serde_json::to_value(&drift).unwrap(), expected);
}

#[test]
fn drift_is_equal_whether_or_not_its_changes_were_read_before() {
    let (asked, unasked) = (drift(r#"{"id": 7}"#), drift(r#"{"id": 7}"#));
    assert_eq!(asked.changes().len(), 1);
    assert_eq!(asked, unasked);
    assert_eq!(format!("{asked:?}"), format!("{unasked:?}"));
    assert_ne!(asked, drift(r#"{"id": 8}"#));
}

#[test]
fn drift_distinguishes_the_two_documented_versions_of_a_session() {
    let session = |id: &str, organization: &str| {
        let text = format!(
            r#"{{"id": {id}, "organizationId": {organization}, "createdAt": "2021-01-01T01:01:01Z",
                "originOwnerId": "o", "originOwnerName": "n", "projectId": "p"}}"#
        );
        let drift = Decoder::new().decode::<ConnectSession>(&text).unwrap().drift;
        drift.changes().iter().map(|change| (change.path().to_string(), change.kind())).collect::<HashMap<_, _>>()
    };
    assert!(session("\"1\"", "\"2\"").is_empty());
    let newer = session("3119.45", "5542.42");
    assert_eq!(newer.len(), 2);
    assert_eq!((newer.get("id"), newer.get("organizationId")), (Some(&DriftKind::Coerced), Some(&DriftKind::Coerced)));
}
