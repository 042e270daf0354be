//! Reports, issues and drift: what they offer to people and to machines.

use std::{collections::BTreeMap, error::Error};

use connect_runtime::{Change, Code, Decoder, Drift, DriftKind, Issue, Path, Report, Segment, from_reader, from_value};
use connect_tests::refuse;
use serde_json::{Value, json};

#[test]
fn reports_can_be_sent_between_threads_and_boxed_as_errors() {
    fn is_error<T: Error + Send + Sync + Clone + 'static>() {}
    fn is_shared<T: Send + Sync + Clone + std::fmt::Debug>() {}
    is_error::<Report>();
    is_shared::<Issue>();
    is_shared::<Path>();
    is_shared::<Code>();
    is_shared::<Drift>();
    is_shared::<Change>();
    let boxed: Box<dyn Error + Send + Sync> = refuse::<u8>("x").into();
    assert!(boxed.downcast_ref::<Report>().is_some());
    assert!(boxed.source().is_none());
}

#[test]
fn display_has_one_line_per_problem_and_no_trailing_newline() {
    let report =
        refuse::<BTreeMap<String, Vec<u8>>>("{\n  \"a\": [1, \"x\", 300],\n  \"b c\": null,\n  \"d\": [[]]\n}");
    insta::assert_snapshot!(report.to_string());
    assert!(!report.to_string().ends_with('\n'));
}

#[test]
fn a_report_serializes_as_an_array_of_objects() {
    let report = refuse::<BTreeMap<String, Vec<u8>>>("{\"a/b\":\n [1, \"x\"], \"~\": 1}");
    let wanted = json!([
        {"code": "invalid_number", "path": "/a~1b/1", "message": report.issues()[0].message(), "line": 2, "column": 6,
         "span": {"start": 13, "end": 16}, "params": {"expected": "an integer", "actual": "string"}, "found": "\"x\""},
        {"code": "wrong_type", "path": "/~0", "message": report.issues()[1].message(), "line": 2, "column": 17,
         "span": {"start": 24, "end": 25}, "params": {"expected": "an array", "actual": "number"}, "found": "1"},
    ]);
    assert_eq!(serde_json::to_value(&report).unwrap(), wanted);
    let text = serde_json::to_string(&report.issues()[1]).unwrap();
    assert_eq!(
        text,
        concat!(
            r#"{"code":"wrong_type","path":"/~0","message":"expected an array, found the number `1`","line":2,"column":17,"#,
            r#""span":{"start":24,"end":25},"params":{"expected":"an array","actual":"number"},"found":"1"}"#
        )
    );
}

#[test]
fn problems_in_a_json_value_have_a_path_but_no_line() {
    let report = from_value::<BTreeMap<String, Vec<u8>>>(json!({"a": [1, "x"]})).unwrap_err();
    let issue = &report.issues()[0];
    assert_eq!((issue.line(), issue.column(), issue.span()), (None, None, None));
    assert_eq!(issue.path().to_string(), "a[1]");
    assert_eq!(report.to_string(), "a[1]: expected an integer, found the string `\"x\"` [invalid_number]");
    assert_eq!(serde_json::to_value(&report).unwrap()[0]["line"], Value::Null);
}

#[test]
fn paths_read_like_code_and_pointers_follow_rfc_6901() {
    let of = |keys: &str| refuse::<Value>(&format!("{keys} x")).issues()[0].path().clone();
    assert_eq!((of("").to_string(), of("").pointer()), ("$".to_owned(), String::new()));
    assert!(of("").segments().is_empty());
    let cases = [
        ("{\"a\":", "a", "/a"),
        ("{\"_a1\":", "_a1", "/_a1"),
        ("{\"a\":{\"b\":", "a.b", "/a/b"),
        ("[", "[0]", "/0"),
        ("[1,[2,[3,", "[1][1][1]", "/1/1/1"),
        ("{\"a\":[{\"b\":", "a[0].b", "/a/0/b"),
        ("[{\"a\":", "[0].a", "/0/a"),
        ("{\"a.b\":", "[\"a.b\"]", "/a.b"),
        ("{\"a\":{\"b c\":", "a[\"b c\"]", "/a/b c"),
        ("{\"\":", "[\"\"]", "/"),
        ("{\"1\":", "[\"1\"]", "/1"),
        ("{\"1a\":", "[\"1a\"]", "/1a"),
        ("{\"a-b\":", "[\"a-b\"]", "/a-b"),
        ("{\"$\":", "[\"$\"]", "/$"),
        ("{\"a/b~c\":", "[\"a/b~c\"]", "/a~1b~0c"),
        ("{\"~1\":", "[\"~1\"]", "/~01"),
        ("{\"\\\"\\\\\":", "[\"\\\"\\\\\"]", "/\"\\"),
        ("{\"\\n\":", "[\"\\u{a}\"]", "/\n"),
        ("{\"\\u0061\":", "a", "/a"),
        ("{\"caf\u{e9}\":", "caf\u{e9}", "/caf\u{e9}"),
        ("{\"\u{1f600}\":", "[\"\u{1f600}\"]", "/\u{1f600}"),
    ];
    for (text, display, pointer) in cases {
        let path = of(text);
        assert_eq!((path.to_string().as_str(), path.pointer().as_str()), (display, pointer), "{text}");
        assert!(!path.segments().is_empty());
    }
    assert_eq!(of("{\"a\":[").segments(), [Segment::Key("a".to_owned()), Segment::Index(0)]);
}

#[test]
fn a_pointer_leads_to_the_value_in_serde_json() {
    let text = r#"{"a/b":{"~":[0,{"":"wrong"}]}}"#;
    let report = refuse::<BTreeMap<String, BTreeMap<String, (u8, BTreeMap<String, u8>)>>>(text);
    let value: Value = serde_json::from_str(text).unwrap();
    assert_eq!(value.pointer(&report.issues()[0].path().pointer()), Some(&json!("wrong")));
}

#[test]
fn messages_truncate_long_values_between_characters() {
    let report = refuse::<u8>(&format!("\"{}\"", "\u{1f600}".repeat(100_000)));
    let message = report.issues()[0].message();
    assert!(message.chars().count() < 120, "{message}");
    assert!(message.contains("\u{1f600}.."), "{message}");
    let repeated = format!("{{\"{0}\":1,\"{0}\":2}}", "k".repeat(100_000));
    let report = refuse::<BTreeMap<String, u8>>(&repeated);
    assert!(report.issues()[0].message().chars().count() < 200, "the message has the whole key");
}

#[test]
fn the_cap_keeps_the_first_problems_and_says_that_there_are_more() {
    let text = |items: usize| format!("[{}]", vec!["null"; items].join(","));
    let full = refuse::<Vec<u8>>(&text(100));
    assert_eq!((full.issues().len(), full.truncated()), (100, false));
    let over = refuse::<Vec<u8>>(&text(101));
    assert_eq!((over.issues().len(), over.truncated()), (100, true));
    assert_eq!(over.issues()[99].path().to_string(), "[99]");
    assert_eq!(over.to_string().lines().count(), 101);
    assert_eq!(over.to_string().lines().last(), Some("more problems were found than the 100 listed"));
    let few = Decoder::new().max_issues(3).from_str::<Vec<u8>>(&text(9)).unwrap_err();
    assert_eq!((few.issues().len(), few.truncated()), (3, true));
    let many = Decoder::new().max_issues(5000).from_str::<Vec<u8>>(&text(3000)).unwrap_err();
    assert_eq!((many.issues().len(), many.truncated()), (3000, false));
}

#[test]
fn a_syntax_problem_beyond_the_cap_is_still_reported() {
    let report = refuse::<Vec<u8>>(&format!("[{}x]", "null,".repeat(150)));
    assert!(report.truncated());
    assert_eq!(report.issues().len(), 100);
}

#[test]
fn drift_shows_kind_position_and_text() {
    let decoded = Decoder::new().decode::<BTreeMap<String, (String, u8)>>("{\"a\": [1.10,\n \"2\"]}").unwrap();
    let changes = decoded.drift.changes();
    assert_eq!(changes.len(), 2);
    assert_eq!(changes[0].kind(), DriftKind::Coerced);
    assert_eq!(
        (changes[0].path().to_string().as_str(), changes[0].line(), changes[0].column()),
        ("a[0]", Some(1), Some(8))
    );
    assert_eq!(changes[0].found(), "1.10");
    assert_eq!(
        (changes[1].path().pointer().as_str(), changes[1].line(), changes[1].column()),
        ("/a/1", Some(2), Some(2))
    );
    assert_eq!(changes[1].found(), "\"2\"");
    assert!(!decoded.drift.is_empty() && !decoded.drift.truncated());
}

#[test]
fn drift_is_capped_like_problems() {
    let text = format!("[{}]", vec!["1"; 101].join(","));
    let decoded = Decoder::new().decode::<Vec<String>>(&text).unwrap();
    assert_eq!((decoded.value.len(), decoded.drift.changes().len(), decoded.drift.truncated()), (101, 100, true));
    let none = Decoder::new().decode::<Vec<String>>("[]").unwrap().drift;
    assert!(none.is_empty() && !none.truncated());
}

#[test]
fn codes_and_kinds_have_their_documented_names() {
    let codes = [
        (Code::Syntax, "syntax"),
        (Code::DepthLimit, "depth_limit"),
        (Code::WrongType, "wrong_type"),
        (Code::InvalidNumber, "invalid_number"),
        (Code::NumberOutOfRange, "number_out_of_range"),
        (Code::InvalidValue, "invalid_value"),
        (Code::MissingField, "missing_field"),
        (Code::DuplicateField, "duplicate_field"),
        (Code::UnknownField, "unknown_field"),
        (Code::UnknownVariant, "unknown_variant"),
        (Code::WrongLength, "wrong_length"),
        (Code::InputLimit, "input_limit"),
        (Code::StringLimit, "string_limit"),
        (Code::ItemLimit, "item_limit"),
        (Code::Custom("ends_before_start".into()), "ends_before_start"),
    ];
    for (code, name) in codes {
        assert_eq!((code.as_str(), code.to_string().as_str()), (name, name));
    }
    let kinds = [
        (DriftKind::Coerced, "coerced"),
        (DriftKind::UnknownField, "unknown_field"),
        (DriftKind::UnknownVariant, "unknown_variant"),
        (DriftKind::NullDefaulted, "null_defaulted"),
        (DriftKind::Replaced, "replaced"),
        (DriftKind::Skipped, "skipped"),
    ];
    for (kind, name) in kinds {
        assert_eq!((kind.as_str(), kind.to_string().as_str()), (name, name));
    }
}

#[test]
fn a_failing_reader_is_an_issue_and_an_overlong_one_is_not_read_further() {
    struct Failing;
    impl std::io::Read for Failing {
        fn read(&mut self, _buffer: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the line is dead"))
        }
    }
    let report = from_reader::<u8>(Failing).unwrap_err();
    assert_eq!(report.issues()[0].code(), &Code::Io);
    assert!(report.to_string().contains("the line is dead"), "{report}");
    let report = Decoder::new().max_input_bytes(1000).from_reader::<u8>(std::io::repeat(b' ')).unwrap_err();
    assert_eq!(report.issues()[0].code(), &Code::InputLimit);
}
