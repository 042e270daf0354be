//! No text whatsoever gets a dangerous character into anything that is displayed.

use std::{collections::HashMap, fmt::Display};

use connect_runtime::{DecodeOwned, Decoded, Decoder, Report, StreamError, Tally, from_reader, stream};
use connect_tests::refuse;
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};

use crate::models::{Broken, Doors, Plain};

/// What must not be shown: the general categories Cc, Cf, Zl and Zp of Unicode 16, and the reserved U+2065.
const DANGEROUS: &[(u32, u32)] = &[
    (0x00, 0x1f),
    (0x7f, 0x9f),
    (0xad, 0xad),
    (0x600, 0x605),
    (0x61c, 0x61c),
    (0x6dd, 0x6dd),
    (0x70f, 0x70f),
    (0x890, 0x891),
    (0x8e2, 0x8e2),
    (0x180e, 0x180e),
    (0x200b, 0x200f),
    (0x2028, 0x202e),
    (0x2060, 0x206f),
    (0xfeff, 0xfeff),
    (0xfff9, 0xfffb),
    (0x1_10bd, 0x1_10bd),
    (0x1_10cd, 0x1_10cd),
    (0x1_3430, 0x1_343f),
    (0x1_bca0, 0x1_bca3),
    (0x1_d173, 0x1_d17a),
    (0xe_0001, 0xe_0001),
    (0xe_0020, 0xe_007f),
];

fn is_dangerous(character: char) -> bool {
    DANGEROUS.iter().any(|&(first, last)| (first..=last).contains(&u32::from(character)))
}

/// The characters of an attack, and any others.
fn text() -> impl Strategy<Value = String> {
    let dangerous = select(DANGEROUS).prop_flat_map(|(first, last)| first..=last);
    let dangerous = dangerous.prop_map(|code| char::from_u32(code).unwrap_or_default().to_string());
    let piece = prop_oneof![
        4 => dangerous,
        2 => any::<char>().prop_map(String::from),
        2 => select(&["\n9:9: $: forged [syntax]", "\r\n", "\u{1b}[2J", "\\u{a}", "\\", "\"", "`", "a", "9"][..])
            .prop_map(str::to_owned),
    ];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// The lines of what is displayed, which must have no dangerous characters.
fn lines(shown: &impl Display) -> Result<usize, TestCaseError> {
    let shown = shown.to_string();
    for line in shown.split('\n') {
        prop_assert!(!line.contains(is_dangerous), "{:?}", shown);
    }
    Ok(shown.split('\n').count())
}

fn check_report(report: &Report, name: &str, text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(lines(report)?, report.issues().len());
    for issue in report.issues() {
        prop_assert_eq!((lines(issue)?, lines(issue.path())?, lines(issue.code())?), (1, 1, 1));
        prop_assert_eq!(lines(&issue.message())?, 1);
    }
    lines(&report.render(name, text))?;
    lines(&report.render(name, name))?;
    Ok(())
}

fn check_outcome<T>(outcome: &Result<Decoded<T>, StreamError>, name: &str) -> Result<(), TestCaseError> {
    match outcome {
        Ok(decoded) => {
            let changes = decoded.drift.changes();
            prop_assert_eq!(lines(&decoded.drift)?, changes.len().max(1));
            for change in changes {
                prop_assert_eq!((lines(change)?, lines(change.path())?), (1, 1));
            }
        }
        Err(error @ StreamError::Rejected { raw, report, .. }) => {
            let issues = report.issues().len();
            prop_assert_eq!(lines(error)?, if issues == 1 { 1 } else { 1 + issues });
            check_report(report, name, raw)?;
        }
        Err(error) => prop_assert_eq!(lines(error)?, 1),
    }
    Ok(())
}

/// Checks all that is displayed of the records in `input`.
fn check_stream<T: DecodeOwned>(input: impl std::io::Read, name: &str) -> Result<(), TestCaseError> {
    let mut tally = Tally::new();
    for outcome in stream::<T>(input) {
        check_outcome(&outcome, name)?;
        tally.add(&outcome);
    }
    let rows = |count: usize| if count == 0 { 0 } else { count + 3 };
    prop_assert_eq!(lines(&tally)?, 2 + rows(tally.issues().len()) + rows(tally.drift().len()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_value_or_key_is_shown_as_it_is(key in text(), value in text()) {
        let object = json!({key.clone(): value});
        let fields = ["from_str", "with", "serde", "custom", "one_of", "csv", "color"];
        let mut doors: serde_json::Map<String, Value> = fields.map(|field| (field.to_owned(), json!(value))).into_iter().collect();
        doors.extend(["map", "either"].map(|field| (field.to_owned(), object.clone())));
        doors.insert("checked".to_owned(), json!({"text": value}));
        doors.insert(key, json!(value));
        for value in [Value::Object(doors), json!({"checked": {"text": value}})] {
            for text in [value.to_string(), format!("{value:#}").replace('\n', "\r\n\t")] {
                check_stream::<Doors>(text.as_bytes(), &value.to_string())?;
                let report = Decoder::new().deny_unknown_fields(true).decode::<Doors>(&text).err();
                prop_assert!(report.is_some());
                report.map_or(Ok(()), |report| check_report(&report, "name", &text))?;
            }
        }
    }

    #[test]
    fn nothing_that_is_accepted_is_shown_as_it_is(key in text(), value in text()) {
        let object = json!({key.clone(): [{"a": value}], "text": 7}).to_string();
        check_stream::<Plain>(object.as_bytes(), &key)?;
        check_stream::<HashMap<String, String>>(json!({key: 7}).to_string().as_bytes(), "name")?;
    }

    #[test]
    fn no_text_that_is_not_json_is_shown_as_it_is(start in select(&["", "[", "{", "[1,", "{\"a\"", "\"", "tru"][..]), text in text()) {
        let text = format!("{start}{text}");
        check_stream::<Value>(text.as_bytes(), &text)?;
        if let Err(report) = connect_runtime::from_str::<Value>(&text) {
            check_report(&report, &text, &text)?;
        }
    }

    #[test]
    fn no_error_of_a_reader_is_shown_as_it_is(error in text()) {
        check_stream::<u8>(Broken(error.clone()), "name")?;
        let report = from_reader::<u8>(Broken(error.clone())).err();
        report.map_or(Ok(()), |report| check_report(&report, &error, &error))?;
    }
}

#[test]
fn exactly_the_dangerous_characters_are_escaped() {
    let all: Vec<char> = ('\0'..=char::MAX).filter(|character| !matches!(character, '"' | '\\')).collect();
    for some in all.chunks(4096) {
        let key = format!("- {}", String::from_iter(some));
        let shown = key.chars().map(|character| {
            if is_dangerous(character) { character.escape_unicode().to_string() } else { character.to_string() }
        });
        let wanted = format!("[\"{}\"]", shown.collect::<String>());
        let report = refuse::<HashMap<String, bool>>(&json!({key: 1}).to_string());
        assert_eq!(report.issues()[0].path().to_string(), wanted);
    }
}
