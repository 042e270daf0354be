//! Text that is not Unicode: nothing is wrong with it where it is skipped; where it is read, it is a `syntax` problem, or
//! replaced with `Decoder::lossy`.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
};

use connect_runtime::{Code, ConnectModel, Decoder, DriftKind, Tally, from_slice, from_str, stream_slice};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, value::RawValue};

const LOSSY: Decoder = Decoder::new().lossy(true);

#[derive(Debug, ConnectModel)]
struct Account {
    id: String,
    name: Option<String>,
}

#[derive(Debug, ConnectModel)]
struct Borrowed<'a> {
    id: &'a str,
    name: Cow<'a, str>,
}

/// Replaces each `?` by a byte that is not UTF-8.
fn latin_1(text: &str) -> Vec<u8> {
    text.bytes().map(|byte| if byte == b'?' { 0xe9 } else { byte }).collect()
}

fn drift_of<T: connect_runtime::DecodeOwned>(bytes: &[u8]) -> String {
    LOSSY.decode_slice::<T>(bytes).unwrap().drift.to_string()
}

#[test]
fn what_nobody_reads_may_hold_any_bytes() {
    let bytes = latin_1(r#"{"more": ["caf?", {"??": "?\ud83d"}], "id": "7", "x": "?"}"#);
    assert_eq!(from_slice::<Account>(&bytes).unwrap().id, "7");
    assert_eq!(LOSSY.from_slice::<Account>(&bytes).unwrap().id, "7");
    assert_eq!(Decoder::new().from_reader::<Account>(&*bytes).unwrap().id, "7");
    let records: Vec<_> = stream_slice::<Account>(&bytes).map(|record| record.unwrap().value.id).collect();
    assert_eq!(records, ["7"]);
    assert!(from_slice::<serde::de::IgnoredAny>(&bytes).is_ok());
    assert!(serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).is_ok());
}

#[test]
fn skipped_text_is_no_repair() {
    let bytes = latin_1(r#"{"more": "caf?", "id": "7"}"#);
    let drift = LOSSY.decode_slice::<Account>(&bytes).unwrap().drift;
    let kinds: Vec<_> = drift.changes().iter().map(connect_runtime::Change::kind).collect();
    assert_eq!(kinds, [DriftKind::UnknownField]);
    assert_eq!(drift.changes()[0].found(), "\"caf\u{fffd}\"");
    assert!(LOSSY.strict(true).from_slice::<Account>(&bytes).is_ok());
}

#[test]
fn a_model_borrows_what_is_utf_8() {
    let bytes = latin_1(r#"{"more": "caf?", "id": "é", "name": "ok"}"#);
    let Borrowed { id, name } = from_slice(&bytes).unwrap();
    assert!(id == "é" && matches!(name, Cow::Borrowed("ok")));
    let bytes = latin_1(r#"{"id": "a", "name": "caf?"}"#);
    let Borrowed { id, name } = LOSSY.from_slice(&bytes).unwrap();
    assert!(id == "a" && matches!(name, Cow::Owned(name) if name == "caf\u{fffd}"));
}

#[test]
fn what_can_not_be_borrowed_says_so() {
    let bytes = latin_1(r#"{"id": "caf?", "name": "b"}"#);
    assert_eq!(
        LOSSY.from_slice::<Borrowed<'_>>(&bytes).unwrap_err().to_string(),
        "1:8: id: the string `\"caf\u{fffd}\"` has bytes that are not UTF-8, which `&str` can't borrow; make the field a \
         `Cow<str>` or `String` [invalid_value]"
    );
    let error = LOSSY.from_slice::<&RawValue>(&latin_1("\"?\"")).unwrap_err();
    assert!(error.to_string().contains("make the field a `Box<RawValue>`"), "{error}");
}

#[test]
fn off_it_is_a_syntax_problem_where_it_is_read() {
    let report = from_slice::<Account>(&latin_1(r#"{"id": true, "name": "caf?", "more": 1}"#)).unwrap_err();
    assert_eq!(
        report.to_string(),
        "1:8: id: expected a string, found `true` [wrong_type]\n1:26: name: byte 0xe9 is not UTF-8 [syntax]"
    );
    let report = from_str::<Account>(r#"{"id": "\ud83d"}"#).unwrap_err();
    assert_eq!(report.issues()[0].code(), &Code::Syntax);
    assert!(from_slice::<Box<RawValue>>(&latin_1("[\"?\"]")).is_err());
    assert!(from_slice::<HashMap<String, u8>>(&latin_1("{\"?\": 1}")).is_err());
    assert!(from_slice::<Account>(&latin_1("{\"?\": 1}")).is_err());
}

#[test]
fn bytes_outside_of_strings_stay_a_problem() {
    for text in ["?", "[1, ?]", "1?", "[1]?", "{?: 1}", "tru?"] {
        let report = LOSSY.from_slice::<Value>(&latin_1(text)).unwrap_err();
        assert_eq!(report.issues()[0].message(), "byte 0xe9 is not UTF-8", "{text}");
        assert_eq!(report.issues()[0].span().unwrap().len(), 1, "{text}");
    }
}

#[test]
fn repairs_are_drift_at_the_string() {
    let bytes = latin_1(r#"{"more": "?", "name": "caf?", "id": "\udc00!"}"#);
    let decoded = LOSSY.decode_slice::<Account>(&bytes).unwrap();
    assert_eq!((&*decoded.value.id, decoded.value.name.as_deref()), ("\u{fffd}!", Some("caf\u{fffd}")));
    let drift = decoded.drift.to_string();
    assert_eq!(
        drift.split_once('\n').unwrap().1,
        "1:23: name: found `\"caf\u{fffd}\"` [repaired]\n1:37: id: found `\"\\udc00!\"` [repaired]"
    );
    assert_eq!(
        drift_of::<BTreeMap<String, u8>>(&latin_1("{\"a?\": 1}")),
        "1:2: [\"a\u{fffd}\"]: found `\"a\u{fffd}\"` [repaired]"
    );
    assert_eq!(drift_of::<Value>(&latin_1("[1, {\"?\": \"?\"}]")).lines().count(), 2);
    assert_eq!(drift_of::<Box<RawValue>>(&latin_1("[\"?\"]")), "1:1: $: found `[\"\u{fffd}\"]` [repaired]");
    assert_eq!(DriftKind::Repaired.as_str(), "repaired");
}

#[test]
fn a_flattened_map_records_its_keys() {
    #[derive(Debug, ConnectModel)]
    struct Open {
        id: u8,
        #[connect(flatten)]
        rest: HashMap<String, u8>,
    }
    let bytes = latin_1("{\"id\": 1, \"caf?\": 2}");
    let decoded = LOSSY.decode_slice::<Open>(&bytes).unwrap();
    assert_eq!((decoded.value.id, decoded.value.rest["caf\u{fffd}"]), (1, 2));
    assert_eq!(decoded.drift.changes()[0].kind(), DriftKind::Repaired);
    assert_eq!(decoded.drift.changes().len(), 1);
}

#[test]
fn an_open_enum_records_its_name_once() {
    #[derive(Debug, PartialEq, ConnectModel)]
    enum Plan {
        Free,
        #[connect(other)]
        Other(String),
    }
    let decoded = LOSSY.decode_slice::<Vec<Plan>>(&latin_1("[\"Free\", \"b?\"]")).unwrap();
    assert_eq!(decoded.value, [Plan::Free, Plan::Other("b\u{fffd}".to_owned())]);
    let kinds: Vec<_> = decoded.drift.changes().iter().map(connect_runtime::Change::kind).collect();
    assert_eq!(kinds, [DriftKind::Repaired, DriftKind::UnknownVariant]);
}

#[test]
fn strict_refuses_repairs() {
    let report = LOSSY.strict(true).from_slice::<Account>(&latin_1(r#"{"id": "caf?", "name": "\ud83d"}"#)).unwrap_err();
    assert_eq!(
        report.to_string(),
        "1:8: id: expected a string of Unicode characters, found the string `\"caf\u{fffd}\"` (strict) [invalid_value]\n\
         1:24: name: expected a string of Unicode characters, found the string `\"\\ud83d\"` (strict) [invalid_value]"
    );
}

#[test]
fn a_sensitive_value_is_not_shown() {
    #[derive(Debug, ConnectModel)]
    struct Secret {
        #[connect(sensitive)]
        token: String,
    }
    let decoded = LOSSY.decode_slice::<Secret>(&latin_1("{\"token\": \"s?\"}")).unwrap();
    assert_eq!((decoded.value.token.as_str(), decoded.drift.changes()[0].found()), ("s\u{fffd}", ""));
    let report = LOSSY.strict(true).from_slice::<Secret>(&latin_1("{\"token\": \"s?\"}")).unwrap_err();
    assert!(!report.to_string().contains("s\u{fffd}"), "{report}");
}

#[test]
fn rolled_back_repairs_leave_no_trace() {
    #[derive(Debug, ConnectModel)]
    struct Kept {
        #[connect(skip_invalid)]
        ids: Vec<u8>,
    }
    let drift = drift_of::<Kept>(&latin_1("{\"ids\": [1, \"?\"]}"));
    assert_eq!(drift, "1:13: ids[1]: found `\"\u{fffd}\"` [skipped]");
}

#[test]
fn places_count_what_is_not_utf_8_as_it_is_replaced() {
    // A stray continuation byte, a cut character and a surrogate in UTF-8: 1, 1 and 3 replacements.
    let bytes = b"{\"x\": \"\x80\xe2\x82\xed\xa0\x80\", \"id\": true}";
    let report = from_slice::<Account>(bytes).unwrap_err();
    let issue = &report.issues()[0];
    let start = issue.span().unwrap().start;
    assert_eq!(&bytes[issue.span().unwrap()], b"true");
    let column = String::from_utf8_lossy(&bytes[..start]).chars().count() + 1;
    assert_eq!((issue.line(), issue.column()), (Some(1), Some(column)));
}

#[test]
fn rules_find_their_items_past_bytes_that_are_not_utf_8() {
    #[derive(Debug, ConnectModel)]
    struct Seats {
        #[connect(each(range(max = 9)))]
        rows: Vec<u8>,
        #[connect(length(max = 2))]
        name: String,
    }
    let bytes = latin_1("{\"x\": \"??\", \"rows\": [1, 10], \"name\": \"abc?\"}");
    let report = LOSSY.from_slice::<Seats>(&bytes).unwrap_err();
    let places: Vec<_> =
        report.issues().iter().map(|issue| (issue.path().to_string(), issue.span().unwrap())).collect();
    assert_eq!(places, [("rows[1]".to_owned(), 24..26), ("name".to_owned(), 37..43)]);
}

#[test]
fn streams_repair_each_record() {
    let bytes = latin_1("\"a\"\n\"b?\"\n{\"x\": \"?\"}\n\"c\"\n");
    let mut tally = Tally::new();
    let found: Vec<_> = LOSSY
        .stream::<String>(&*bytes)
        .inspect(|record| tally.add(record))
        .map(|record| record.map_or_else(|error| error.to_string(), |record| record.value))
        .collect();
    assert_eq!(found[..2], ["a", "b\u{fffd}"]);
    assert_eq!((found.len(), &*found[3]), (4, "c"));
    assert_eq!(tally.drift()[0].kind(), "repaired");
    let borrowed: Vec<_> = stream_slice::<&str>(&bytes).filter_map(|record| Some(record.ok()?.value)).collect();
    assert_eq!(borrowed, ["a", "c"]);
}

#[test]
fn code_of_your_own_is_not_given_what_is_not_utf_8() {
    mod upper {
        pub(super) fn decode(json: &str) -> Result<String, String> {
            Ok(json.to_uppercase())
        }
    }
    #[derive(Debug, ConnectModel)]
    struct Shouted {
        #[connect(with = upper)]
        text: String,
    }
    assert_eq!(from_slice::<Shouted>(b"{\"x\": \"\xe9\", \"text\": \"a\"}").unwrap().text, "\"A\"");
    let report = LOSSY.from_slice::<Shouted>(b"{\"text\": \"\xe9\"}").unwrap_err();
    assert_eq!(report.issues()[0].code(), &Code::InvalidValue);
    let report = from_slice::<Shouted>(b"{\"text\": \"\xe9\"}").unwrap_err();
    assert_eq!(report.to_string(), "1:11: text: byte 0xe9 is not UTF-8 [syntax]");
}

#[test]
fn a_byte_order_mark_before_damaged_text_is_passed_over() {
    assert_eq!(LOSSY.from_slice::<String>(b"\xef\xbb\xbf\"\xe9\"").unwrap(), "\u{fffd}");
}

const PIECES: &[&[u8]] = &[
    b"a",
    b"\xc3\xa9",
    b"\xf0\x9f\x98\x80",
    b"\xe9",
    b"\x80",
    b"\xe2\x82",
    b"\xed\xa0\x80",
    b"\\n",
    b"\\u00e9",
    b"\\ud83d\\ude00",
    b" ",
];

proptest! {
    /// The oracle: `serde_json` on the text with everything replaced beforehand.
    #[test]
    fn values_are_those_of_the_text_replaced_beforehand(
        pieces in vec(select(PIECES), 0..10),
    ) {
        let string = [b"\"", pieces.concat().as_slice(), b"\""].concat();
        let bytes = [b"{\"", pieces.concat().as_slice(), b"\": [1, ", &string, b", \"x\"]}"].concat();
        let expected: Value = serde_json::from_str(&String::from_utf8_lossy(&bytes)).unwrap();
        prop_assert_eq!(LOSSY.from_slice::<Value>(&bytes).unwrap(), expected);
        let valid = str::from_utf8(&bytes).is_ok();
        prop_assert_eq!(LOSSY.decode_slice::<Value>(&bytes).unwrap().drift.is_empty(), valid);
        prop_assert_eq!(from_slice::<Value>(&bytes).is_ok(), valid);
        prop_assert!(from_slice::<serde::de::IgnoredAny>(&bytes).is_ok());
    }
}
