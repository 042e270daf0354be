//! Tallies: what is counted together, what is kept of it, and that memory stays bounded.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write,
};

use connect_runtime::{Decoder, StreamError, Tally, TallyRow, from_str, stream};
use serde_json::{Value, json};

fn tally<T: connect_runtime::DecodeOwned>(text: &str) -> Tally {
    let mut tally = Tally::new();
    stream::<T>(text.as_bytes()).for_each(|result| tally.add(&result));
    tally
}

/// `count kind path record:line sample`.
fn describe(rows: Vec<&TallyRow>) -> Vec<String> {
    let line = |row: &TallyRow| row.line().map_or("-".to_owned(), |line| line.to_string());
    let describe = |row: &TallyRow| {
        format!("{} {} {} {}:{} {}", row.count(), row.kind(), row.path(), row.record(), line(row), row.sample())
    };
    rows.into_iter().map(describe).collect()
}

#[test]
fn records_are_counted_by_outcome() {
    let tally = tally::<u8>("1\n\"2\"\n\ntrue\n{\n300");
    assert_eq!((tally.records(), tally.valid(), tally.rejected()), (5, 2, 3));
    assert_eq!((tally.truncated(), tally.other_issues(), tally.other_drift()), (0, 0, 0));
}

#[test]
fn rows_differ_by_code_and_by_path_without_indexes() {
    let text = "{\"a\":[[true],[null]]}\n{\"a\":[[1,2,[]]],\"b c\":[[999]]}\n";
    let tally = tally::<BTreeMap<String, Vec<Vec<u8>>>>(text);
    let rows: Vec<_> =
        tally.issues().iter().map(|row| (row.count(), row.kind().to_owned(), row.path().to_owned())).collect();
    let row = |count, kind: &str, path: &str| (count, kind.to_owned(), path.to_owned());
    assert_eq!(rows, [row(3, "wrong_type", "a[*][*]"), row(1, "number_out_of_range", "[\"b c\"][*][*]")]);
}

#[test]
fn a_row_shows_where_it_was_first_seen_with_a_sample() {
    let tally = tally::<Vec<String>>("[\n[\"a\"],\n[\"b\", 7],\n[8]]");
    assert_eq!(describe(tally.drift()), ["2 coerced [*] 1:3 7"]);
}

#[test]
fn single_results_are_counted_too() {
    let mut tally = Tally::new();
    tally.add_valid(&Decoder::new().decode::<u8>("1").unwrap().drift);
    tally.add_valid(&Decoder::new().decode::<u8>("\"1\"").unwrap().drift);
    tally.add_rejected(&from_str::<u8>("true").unwrap_err());
    tally.add_rejected(&connect_runtime::from_value::<u8>(json!([])).unwrap_err());
    assert_eq!((tally.records(), tally.valid(), tally.rejected()), (4, 2, 2));
    assert_eq!(describe(tally.drift()), ["1 coerced $ 1:1 \"1\""]);
    assert_eq!(describe(tally.issues()).len(), 1);
}

#[test]
fn a_failing_reader_is_a_problem_but_not_a_record() {
    let mut tally = Tally::new();
    tally.add::<u8>(&Err(StreamError::Io(std::io::Error::other("cut"))));
    assert_eq!(tally.records(), 0);
    assert_eq!(describe(tally.issues()), ["1 io $ 0:- the input could not be read: cut"]);
}

#[test]
fn arbitrary_keys_neither_exhaust_memory_nor_crowd_out_other_rows() {
    let mut text = String::new();
    for number in 0..5_000 {
        writeln!(text, "{{\"{}{number}\":true}}", "k".repeat(300)).unwrap();
        writeln!(text, "{{\"{number}\":null}}").unwrap();
    }
    text.push_str("{\"late\":300}\n");
    let tally = tally::<HashMap<String, u8>>(&text);
    let rows = tally.issues();
    assert_eq!(tally.rejected(), 10_001);
    assert_eq!(rows.iter().map(|row| row.count()).sum::<u64>() + tally.other_issues(), 10_001);
    assert!(rows.len() <= 102 && rows.iter().all(|row| row.path().len() <= 256), "{}", rows.len());
    assert!(rows.iter().any(|row| row.kind() == "number_out_of_range" && row.path() == "late"));
}

#[test]
fn records_with_truncated_reports_are_counted() {
    let mut tally = Tally::new();
    tally.add_rejected(&from_str::<Vec<u8>>(&format!("[{}null]", "null,".repeat(200))).unwrap_err());
    assert_eq!((tally.truncated(), tally.issues()[0].count()), (1, 100));
    assert!(tally.to_string().ends_with("\n1 record has problems or drift not listed here\n"), "{tally}");
}

#[test]
fn the_table_shows_the_most_frequent_rows_each_on_one_line() {
    let mut text = String::new();
    for number in 0..50_u32 {
        for _ in 0..=number {
            writeln!(text, "{{\"key{number}\":\"{}\"}}", "\u{20ac}\\n".repeat(40)).unwrap();
        }
    }
    let tally = tally::<HashMap<String, u8>>(&text).to_string();
    let lines: Vec<&str> = tally.lines().collect();
    assert_eq!(lines.len(), 1 + 2 + 1 + 20 + 1, "{tally}");
    assert!(lines[4].trim_start().starts_with("50  invalid_number  key49") && lines[4].ends_with(".."), "{tally}");
    assert_eq!(lines.last(), Some(&"  and 465 more elsewhere"));
    assert!(lines.iter().all(|line| line.chars().count() <= 150), "{tally}");
}

#[test]
fn text_that_would_break_the_table_is_escaped() {
    let tally = tally::<HashMap<String, Vec<u8>>>("{\"a\":{\n\n}} {\"\\u001b[31m\":1}").to_string();
    assert!(!tally.contains('\u{1b}'), "{tally:?}");
}

#[test]
fn an_empty_tally_is_one_line() {
    assert_eq!(Tally::new().to_string(), "0 records: 0 valid, 0 rejected\n");
    assert_eq!(tally::<u8>("1").to_string(), "1 record: 1 valid, 0 rejected\n");
}

#[test]
fn a_tally_serializes_with_all_its_rows() {
    let tally = tally::<String>("1\ntrue\n");
    let issue = tally.issues()[0];
    let expected: Value = json!({
        "records": 2, "valid": 1, "rejected": 1, "truncated": 0,
        "issues": [{"kind": "wrong_type", "path": "$", "count": 1, "record": 1, "line": 2, "sample": issue.sample()}],
        "other_issues": 0,
        "drift": [{"kind": "coerced", "path": "$", "count": 1, "record": 0, "line": 1, "sample": "1"}],
        "other_drift": 0,
    });
    assert_eq!(serde_json::to_value(&tally).unwrap(), expected);
}
