//! The parameters of messages and the text found: what a translation needs.

use std::collections::BTreeMap;

use connect_runtime::{
    Code, ConnectModel, Decode, Decoder, Drift, DriftKind, Issue, Param, Path, Report, Segment, Tally, from_value,
    stream,
};
use connect_tests::refuse;
use proptest::prelude::*;
use serde_json::json;

#[derive(ConnectModel, Debug)]
struct Order {
    #[connect(length(min = 2, max = 3))]
    name: String,
    #[connect(range(min = 0.5))]
    price: f32,
    #[connect(multiple_of = 5)]
    steps: u8,
    #[connect(one_of("a", "b"))]
    kind: String,
    #[connect(unique)]
    tags: Vec<u8>,
    #[connect(ip(v4))]
    host: String,
    #[connect(pattern("^x", message = "starts with an x"))]
    own: String,
}

#[derive(ConnectModel, Debug)]
enum Color {
    Red,
    Green,
}

#[derive(ConnectModel, Debug)]
struct Login {
    #[connect(sensitive, length(min = 9))]
    password: String,
    user: u8,
}

#[derive(ConnectModel, Debug)]
struct Logins {
    #[connect(length(max = 1))]
    of: Vec<Login>,
}

fn show(issue: &Issue) -> String {
    format!("{} {{{}}} {}", issue.code(), issue.params(), issue.found().unwrap_or("-"))
}

fn shown<'de, T: Decode<'de> + std::fmt::Debug>(text: &'de str) -> Vec<String> {
    refuse::<T>(text).issues().iter().map(show).collect()
}

#[test]
fn rules_give_their_limits_and_the_value() {
    let text = r#"{"name":"x","price":0.25,"steps":7,"kind":"c","tags":[1,2,1],"host":"h","own":"y"}"#;
    let wanted = [
        r#"length {min: 2, max: 3, unit: characters, actual: 1} "x""#,
        "range {min: 0.5, actual: 0.25} 0.25",
        "multiple_of {factor: 5, actual: 7} 7",
        r#"one_of {choices: a, b, actual: c} "c""#,
        "unique {repeated: 2, first: 0} [1,2,1]",
        r#"ip {expected: IPv4} "h""#,
        r#"pattern {pattern: ^x} "y""#,
    ];
    assert_eq!(shown::<Order>(text), wanted);
    assert_eq!(refuse::<Order>(text).issues()[6].message(), "starts with an x");
}

#[test]
fn every_kind_of_refusal_says_what_its_message_says() {
    assert_eq!(shown::<u8>("300"), ["number_out_of_range {expected: 0 to 255, min: 0, max: 255} 300"]);
    assert_eq!(shown::<u8>("1.5"), ["invalid_number {expected: an integer, actual: number, reason: fraction} 1.5"]);
    assert_eq!(shown::<u8>("{}"), ["wrong_type {expected: an integer, actual: object} {}"]);
    assert_eq!(shown::<[u8; 2]>("[1]"), ["wrong_length {min: 2, max: 2, actual: 1} [1]"]);
    assert_eq!(shown::<Color>("\"Rad\""), ["unknown_variant {model: Color, nearest: Red} \"Rad\""]);
    assert_eq!(shown::<Color>("\"blue\""), ["unknown_variant {model: Color, choices: Red, Green} \"blue\""]);
    assert_eq!(shown::<BTreeMap<String, u8>>(r#"{"a":1,"a":2}"#), [r#"duplicate_field {field: a} "a""#]);
    assert_eq!(shown::<Vec<u8>>("[1;"), ["syntax {expected: `,` or `]`, actual: `;`} -"]);
    let deep = Decoder::new().max_depth(1).from_str::<Vec<Vec<u8>>>("[[]]").unwrap_err();
    assert_eq!(show(&deep.issues()[0]), "depth_limit {max: 1} -");
}

#[test]
fn found_is_cut_and_needs_a_text() {
    let long = format!("\"{}\"", "\u{e9}".repeat(100));
    let found = refuse::<u8>(&long).issues()[0].found().map(str::to_owned).unwrap();
    assert_eq!(found.chars().count(), 64);
    assert_eq!(from_value::<u8>(json!("x")).unwrap_err().issues()[0].found(), None);
    assert_eq!(refuse::<Login>("{}").issues()[0].found(), None);
}

#[test]
fn a_sensitive_value_is_shown_neither_alone_nor_in_what_contains_it() {
    let report = refuse::<Login>(r#"{"password":"hunter2","user":1}"#);
    assert_eq!(show(&report.issues()[0]), "length {min: 9, unit: characters} -");

    let report =
        refuse::<Logins>(r#"{"of":[{"password":"hunter2hunter2","user":1},{"password":"hunter2hunter2","user":2}]}"#);
    assert_eq!(report.issues()[0].found(), None);
    assert!(!serde_json::to_string(&report).unwrap().contains("hunter2"));
}

#[test]
fn an_issue_is_serialized_with_its_parameters() {
    let issue = &refuse::<u8>("300").issues()[0].clone();
    let wanted = json!({
        "code": "number_out_of_range", "path": "", "line": 1, "column": 1, "span": {"start": 0, "end": 3}, "found": "300",
        "message": "the number `300` is out of range, expected 0 to 255",
        "params": {"expected": "0 to 255", "min": 0, "max": 255},
    });
    assert_eq!(serde_json::to_value(issue).unwrap(), wanted);
}

#[derive(ConnectModel, Debug)]
struct Lenient {
    #[connect(default, fallback, range(max = 9))]
    level: u8,
    #[connect(skip_invalid)]
    items: Vec<Vec<bool>>,
    #[connect(default, fallback, sensitive)]
    secret: u8,
}

const LENIENT: &str = r#"{"level": 12, "items": [[true], [true, 7], "x"], "secret": "hunter2"}"#;

#[test]
fn a_change_says_why_a_value_was_replaced_or_skipped() {
    let decoded = Decoder::new().decode::<Lenient>(LENIENT).unwrap();
    let value = &decoded.value;
    assert_eq!((value.level, value.items.len(), value.secret), (0, 1, 0));
    let reasons: Vec<_> = decoded.drift.into_iter().map(|change| change.reason().unwrap_or("-")).collect();
    let wanted = [
        "must be at most 9, is 12",
        "[1]: expected `true` or `false`, found the number `7`",
        "expected an array, found the string `\"x\"`",
        "expected an integer, found a string",
    ];
    assert_eq!(reasons, wanted);
    let mut tally = Tally::new();
    tally.add_valid(&decoded.drift);
    assert!(tally.drift().iter().any(|row| row.sample() == wanted[0]));
}

mod nested {
    use connect_runtime::Rejection;

    pub(crate) fn decode(json: &str) -> Result<Vec<u8>, Rejection> {
        let text: String = connect_runtime::from_str(json)?;
        Ok(connect_runtime::from_str(&text)?)
    }
}

#[derive(ConnectModel, Debug)]
#[expect(dead_code, reason = "refused")]
struct Job {
    #[connect(with = nested)]
    steps: Vec<u8>,
    #[connect(default, with = nested, sensitive)]
    secret: Vec<u8>,
}

#[test]
fn a_report_of_a_nested_text_is_listed_below_the_field() {
    let report = refuse::<Job>("{\n \"steps\": \"[1, null, 300]\", \"secret\": \"[77777]\"}");
    let wanted = "2:11: steps[1]: expected an integer, found `null` [wrong_type]\n\
                  2:11: steps[2]: the number `300` is out of range, expected 0 to 255 [number_out_of_range]\n\
                  2:39: secret: is not valid [number_out_of_range]";
    assert_eq!(report.to_string(), wanted);
    assert_eq!(report.issues()[1].params().get("max"), Some(&Param::Integer(255)));
}

fn read_back<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value, "{text}");
    let tree = serde_json::to_value(value).unwrap();
    assert_eq!(&serde_json::from_value::<T>(tree).unwrap(), value, "{text}");
}

fn json_like() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        (-1000..1000_i32).prop_map(|eighths| (f64::from(eighths) / 8.0).into()),
        "[0-9a/~.\\[\"\\\\\u{7}\u{202e}é]{0,4}".prop_map(Into::into),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::vec(("[0-9a/~.\\[\\]\"\\\\\u{7}é]{0,3}", inner), 0..4)
                .prop_map(|entries| entries.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #[test]
    fn reports_drift_and_tallies_are_read_back_as_they_were(values in prop::collection::vec(json_like(), 1..5), cap in 1..4_usize) {
        type Model = BTreeMap<String, BTreeMap<String, (u8, String)>>;
        let decoder = Decoder::new().max_issues(cap);
        let lines: String = values.iter().flat_map(|value| [json!({"0": value, "a": {"1": [7, 8]}}).to_string(), "\n".to_owned()]).collect();
        let mut tally = Tally::new();
        for result in decoder.stream::<Model>(lines.as_bytes()) {
            tally.add(&result);
            match result {
                Ok(decoded) => read_back(&decoded.drift),
                Err(connect_runtime::StreamError::Rejected { report, .. }) => {
                    read_back(&report);
                    report.issues().iter().for_each(read_back);
                }
                Err(error) => panic!("{error}"),
            }
        }
        read_back(&tally);
    }

    #[test]
    fn a_path_is_read_back_from_its_text(text in "[{\"](a|[0-9]|é|\\.|/|~|\\\\|\"|\\[|\\]|\u{7}|\u{202e}){0,6}", keys in prop::collection::vec("(a|[0-9]|_|\\.|/|~|\\\\|\"|\\[|\\]|\u{7}|\u{202e}){0,4}", 0..4)) {
        let json = keys.iter().rev().fold(json!("wrong"), |inner, key| json!([0, {key.as_str(): inner}]));
        let report = from_value::<Deep>(json).unwrap_err();
        let path = report.issues()[0].path();
        prop_assert_eq!(&path.to_string().parse::<Path>().unwrap(), path);
        prop_assert!(text.parse::<Path>().is_ok_and(|path| path.to_string() == text) || text.parse::<Path>().is_err());
    }
}

/// Arrays of a number and an object of the same, to any depth.
#[derive(ConnectModel, Debug)]
#[allow(dead_code, reason = "refused")]
struct Deep(u8, BTreeMap<String, Deep>);

#[test]
fn codes_and_kinds_are_read_back_from_their_text() {
    for code in [Code::Syntax, Code::MissingField, Code::Unique, Code::Custom("own".into())] {
        assert_eq!(code.to_string().parse(), Ok(code));
    }
    for kind in [DriftKind::Coerced, DriftKind::Repeated] {
        assert_eq!(kind.to_string().parse(), Ok(kind));
    }
    assert!("x".parse::<DriftKind>().is_err());
    let path: Path = "/a/0/b~1c".parse().unwrap();
    assert_eq!(path.segments()[1], Segment::Index(0));
    assert_eq!(path.to_string(), "a[0][\"b/c\"]");
    for wrong in ["a..b", ".a", "[", "[x]", "[\"a]", "[1", "a b", "[\"\\x\"]", "[\"\\u{zz}\"]"] {
        assert!(wrong.parse::<Path>().is_err(), "{wrong}");
    }
}

#[test]
fn a_report_is_iterated_over_and_a_drift_too() {
    let report: Report = refuse::<Vec<u8>>("[null, -1]");
    assert_eq!((&report).into_iter().count(), 2);
    let drift: Drift = Decoder::new().decode::<Vec<u8>>("[\"1\"]").unwrap().drift;
    assert_eq!((&drift).into_iter().count(), 1);
    assert_eq!(stream::<u8>("7".as_bytes()).count(), 1);
}
