//! `json_string`: a string that holds JSON text.

use std::{borrow::Cow, collections::BTreeMap, fmt::Write};

use connect_runtime::{ConnectModel, Decoder, from_str};
use connect_tests::{check, problems, refuse};
use proptest::{collection::vec, prelude::*};

#[derive(ConnectModel, Debug)]
struct Payload {
    id: u32,
    #[connect(default, each(length(min = 1)))]
    tags: Vec<String>,
}

#[derive(ConnectModel, Debug)]
struct Event {
    #[connect(json_string)]
    body: Payload,
    #[connect(json_string)]
    extra: Option<Vec<u8>>,
    #[connect(default, json_string)]
    text: String,
}

/// The span of the only problem of the text.
fn span<T: for<'de> connect_runtime::Decode<'de> + std::fmt::Debug>(text: &str) -> &str {
    let report = refuse::<T>(text);
    assert_eq!(report.issues().len(), 1, "{report}");
    &text[report.issues()[0].span().unwrap()]
}

#[test]
fn the_contents_of_the_string_are_the_value() {
    check::<Event>(&[
        (
            r#"{"body": "{\"id\": 7, \"tags\": [\"a\"]}", "extra": "[1,2]", "text": "\"a\""}"#,
            r#"Event { body: Payload { id: 7, tags: ["a"] }, extra: Some([1, 2]), text: "a" }"#,
        ),
        (
            r#"{"body": " {\u0022id\u0022:\u00207} ", "extra": "null"}"#,
            r#"Event { body: Payload { id: 7, tags: [] }, extra: None, text: "" }"#,
        ),
        (
            r#"{"body": "{\"id\":7}", "extra": null}"#,
            r#"Event { body: Payload { id: 7, tags: [] }, extra: None, text: "" }"#,
        ),
    ]);
}

#[test]
fn a_value_without_quotes_is_coerced() {
    check::<Event>(&[(
        r#"{"body": {"id": 7}, "extra": [1], "text": 5}"#,
        concat!(
            r#"Event { body: Payload { id: 7, tags: [] }, extra: Some([1]), text: "5" } ~ coerced at body: {"id": 7} ~ "#,
            "coerced at extra: [1] ~ coerced at text: 5 ~ coerced at text: 5"
        ),
    )]);
    let strict = Decoder::new().strict(true).from_str::<Event>(r#"{"body": {"id": 7}}"#).unwrap_err();
    assert_eq!(
        problems(&strict),
        ["1:10: body: expected a string that holds JSON text, found an object (strict) [wrong_type]"]
    );
}

#[test]
fn problems_inside_have_their_place_in_the_input() {
    let text = "{\n \"body\": \"{\\\"id\\\": -1, \\\"tags\\\": [\\\"é\\\", \\u0022\\u0022, 5, true]}\"}";
    let report = refuse::<Event>(text);
    assert_eq!(
        problems(&report),
        [
            "2:20: body.id: the number `-1` is out of range, expected 0 to 4294967295 [number_out_of_range]",
            "2:59: body.tags[3]: expected a string, found `true` [wrong_type]",
        ]
    );
    let spans: Vec<_> = report.issues().iter().map(|issue| &text[issue.span().unwrap()]).collect();
    assert_eq!(spans, ["-1", "true"]);
    assert_eq!(report.issues()[0].path().pointer(), "/body/id");
    let rule =
        refuse::<Event>("{\"body\": \"{\\\"id\\\": 1, \\\"tags\\\": [\\\"\\ud83d\\ude00\\\", \\u0022\\u0022]}\"}");
    assert_eq!(problems(&rule), ["1:52: body.tags[1]: must be at least 1 character long, is 0 [length]"]);
    assert_eq!(span::<Event>(r#"{"body": "{}"}"#), "{");
    assert_eq!(span::<Event>(r#"{"body": "{\"id\":\"x\\\"\"}"}"#), r#"\"x\\\"\""#);
}

#[derive(ConnectModel, Debug)]
struct Ruled {
    #[connect(json_string, length(max = 3), each(length(min = 2)))]
    items: Vec<String>,
    #[connect(default, json_string, each(each(range(max = 9))))]
    nested: BTreeMap<String, Vec<u8>>,
    #[connect(default, json_string, each(range(max = 9)))]
    plain: Vec<u8>,
}

#[test]
fn rules_of_the_field_have_the_place_of_the_item_inside() {
    let text = concat!(
        r#"{"items": " [\"a\", \"bb\", \u0022c\u0022, \"dd\"]", "nested": "{\"k\": [1, 10]}", "#,
        r#""plain": [1, 2, 11]}"#
    );
    let report = refuse::<Ruled>(text);
    let found: Vec<_> =
        report.issues().iter().map(|issue| (issue.path().to_string(), &text[issue.span().unwrap()])).collect();
    let wanted = [
        ("items", r#"" [\"a\", \"bb\", \u0022c\u0022, \"dd\"]""#),
        ("items[0]", r#"\"a\""#),
        ("items[2]", r"\u0022c\u0022"),
        ("nested.k[1]", "10"),
        ("plain[2]", "11"),
    ];
    assert_eq!(found, wanted.map(|(path, found)| (path.to_owned(), found)));
}

#[test]
fn what_is_no_json_is_a_problem_and_reading_goes_on() {
    let text = r#"{"body": "{\"id\": 1,, }", "extra": "[1] x", "text": ""}"#;
    assert_eq!(
        problems(&refuse::<Event>(text)),
        [
            "1:22: body: expected a string that holds JSON text: expected `\"`, found `,` [invalid_value]",
            "1:42: extra: expected a string that holds JSON text: expected the end of the string, found `x` [invalid_value]",
            "1:55: text: expected a string that holds JSON text: expected a value, found the end of the string [invalid_value]"
        ]
    );
}

#[test]
fn drift_inside_has_its_place_in_the_input() {
    let text = "{\n\"body\": \"{\\\"id\\\": \\\"7\\\", \\\"new\\\": {\\\"a\\\": 1}, \\\"tags\\\": [5]}\"}";
    let decoded = Decoder::new().decode::<Event>(text).unwrap();
    let drift: Vec<String> = decoded.drift.changes().iter().map(ToString::to_string).collect();
    assert_eq!(
        drift,
        [
            "2:19: body.id: found `\"7\"` [coerced]",
            "2:26: body.new: found `{\"a\": 1}` [unknown_field]",
            "2:58: body.tags[0]: found `5` [coerced]"
        ]
    );
    // Long inputs are located at once, short ones when it is asked for.
    let padded = format!("{{{}{}", " ".repeat(5000), &text[1..]);
    let padded = Decoder::new().decode::<Event>(&padded).unwrap();
    assert_eq!(padded.drift.changes()[1..], decoded.drift.changes()[1..]);
}

#[derive(ConnectModel, Debug)]
struct Outer {
    #[connect(json_string)]
    event: Event,
}

#[test]
fn strings_in_strings_are_read_too() {
    let body = r#"{"id": "7", "tags": [true]}"#;
    let event = format!(r#"{{"body": {}}}"#, serde_json::to_string(body).unwrap());
    let text = format!(" {{\"event\": {}}}", serde_json::to_string(&event).unwrap());
    let report = refuse::<Outer>(&text);
    assert_eq!(report.issues()[0].path().to_string(), "event.body.tags[0]");
    assert_eq!(report.issues()[0].column(), text.find("true").map(|at| at + 1));
    assert_eq!(&text[report.issues()[0].span().unwrap()], "true");
    let valid = text.replace("[true]", "[]");
    let decoded = Decoder::new().decode::<Outer>(&valid).unwrap();
    let change = &decoded.drift.changes()[0];
    assert_eq!((change.path().to_string().as_str(), change.found()), ("event.body.id", "\"7\""));
    assert_eq!(change.column(), valid.find('7').map(|at| at + 1 - 4));
}

#[derive(ConnectModel, Debug)]
struct Chain(#[connect(json_string)] Option<Box<Chain>>);

#[derive(ConnectModel, Debug)]
struct Deep {
    #[connect(json_string)]
    items: Vec<Vec<u8>>,
}

#[test]
fn limits_hold_in_the_string_too() {
    let text = r#"{"items": "[[1], [2, 300]]"}"#;
    assert!(Decoder::new().max_depth(3).from_str::<Deep>(&text.replace("300", "3")).is_ok());
    let deep = Decoder::new().max_depth(2).from_str::<Deep>(text).unwrap_err();
    assert_eq!(problems(&deep), ["1:13: items[0]: arrays and objects are nested deeper than 2 levels [depth_limit]"]);
    let items = Decoder::new().max_items(1).from_str::<Deep>(text).unwrap_err();
    assert_eq!(items.issues().last().unwrap().code().as_str(), "item_limit");
    let long = Decoder::new().max_string_bytes(14).from_str::<Deep>(text).unwrap_err();
    assert_eq!(long.issues()[0].code().as_str(), "string_limit");
    let many = format!(r#"{{"items": "[{}[0]]"}}"#, "[-1],".repeat(500));
    let report = refuse::<Deep>(&many);
    assert_eq!((report.issues().len(), report.truncated()), (100, true));
    assert!(from_str::<Chain>("1").is_err() && from_str::<Chain>(r#""\"\\\"\\\"\"""#).is_err());
}

#[test]
fn many_problems_in_a_long_string_take_linear_time() {
    let items = "[-1, \\\"x\\\"], ".repeat(10_000);
    let text = format!(r#"{{"items": "[{items}[0]]"}}"#);
    let report = refuse::<Deep>(&text);
    assert_eq!(report.issues().len(), 100);
}

/// The text as a JSON string, in which a character is escaped if `escapes` says so, and where each of its bytes is then.
fn encode(text: &str, escapes: &[bool]) -> (String, Vec<usize>) {
    let (mut encoded, mut places) = ("\"".to_owned(), Vec::new());
    for (character, escape) in text.chars().zip(escapes.iter().cycle()) {
        places.extend(std::iter::repeat_n(encoded.len(), character.len_utf8()));
        match character {
            '"' | '\\' if !escape => encoded.extend(['\\', character]),
            ' '..='~' | '\u{80}'.. if !escape => encoded.push(character),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let _ = write!(encoded, "\\u{unit:04X}");
                }
            }
        }
    }
    places.push(encoded.len());
    encoded.push('"');
    (encoded, places)
}

#[derive(ConnectModel, Debug)]
struct Wrapped {
    #[connect(json_string)]
    body: Vec<Payload>,
}

/// A piece of JSON text that may be wrong in many ways.
fn piece() -> impl Strategy<Value = String> {
    let id = prop_oneof![
        Just("1"),
        Just("-1"),
        Just("\"2\""),
        Just("\"é😀\""),
        Just("[\n]"),
        Just("{"),
        Just("nul"),
        Just("1 {}"),
        Just("\"a\" \"b\"")
    ];
    let tags =
        prop_oneof![Just("[]"), Just("[\"a\", 5]"), Just("[\"\", \"😀\\n\\u0022\", true]"), Just("null"), Just("[,")];
    (id, tags, any::<bool>())
        .prop_map(|(id, tags, known)| format!("{{\"{}\": {id},\n \"tags\":{tags}}}", if known { "id" } else { "Id" }))
}

proptest! {
    /// A text in a string has the problems and the drift that it has by itself, each where its first byte is.
    #[test]
    fn a_string_is_read_as_the_text_in_it(
        pieces in vec(piece(), 0..4),
        escapes in vec(any::<bool>(), 1..9),
    ) {
        let inner = format!("[{}]", pieces.join(" ,"));
        let (string, places) = encode(&inner, &escapes);
        let start = "{\"body\": ".len();
        let outer = format!("{{\"body\": {string}}}");
        let columns = |at: usize| outer[..at].chars().count() + 1;
        match (Decoder::new().decode::<Vec<Payload>>(&inner), Decoder::new().decode::<Wrapped>(&outer)) {
            (Ok(alone), Ok(wrapped)) => {
                prop_assert_eq!(format!("{:?}", alone.value), format!("{:?}", wrapped.value.body));
                let alone: Vec<_> = alone.drift.changes().iter().map(|change| (change.kind(), format!("body{}", change.path()), change.found().to_owned())).collect();
                let wrapped: Vec<_> = wrapped.drift.changes().iter().map(|change| (change.kind(), change.path().to_string(), change.found().to_owned())).collect();
                prop_assert_eq!(alone, wrapped);
            }
            (Err(alone), Err(wrapped)) => {
                prop_assert_eq!(alone.issues().len(), wrapped.issues().len());
                for (issue, found) in alone.issues().iter().zip(wrapped.issues()) {
                    let (span, wanted) = (found.span().unwrap(), issue.span().unwrap());
                    let wanted = start + places[wanted.start]..start + places[wanted.end];
                    prop_assert_eq!(&span, &wanted, "{}", found);
                    prop_assert_eq!(found.column(), Some(columns(wanted.start)));
                    prop_assert_eq!(found.path().to_string(), format!("body{}", issue.path()).replace('$', ""));
                    if issue.code().as_str() == "syntax" {
                        prop_assert_eq!(found.code().as_str(), "invalid_value");
                    } else {
                        prop_assert_eq!((found.code(), found.message()), (issue.code(), issue.message()));
                    }
                }
            }
            (alone, wrapped) => prop_assert!(false, "{:?} but {:?}", alone.is_ok(), wrapped.is_ok()),
        }
    }
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Either {
    Text { body: u8 },
    Json(Box<Event>),
}

mod doubled {
    pub(super) fn decode(json: &str) -> Result<u32, String> {
        json.parse::<u32>().map(|number| number * 2).map_err(|error| error.to_string())
    }
}

#[derive(ConnectModel, Debug)]
#[expect(dead_code, reason = "read through Debug")]
struct Combined {
    #[connect(json_string, fallback)]
    fallback: Vec<u8>,
    #[connect(json_string, one_or_many, skip_invalid)]
    items: Vec<u8>,
    #[connect(json_string, none_if(""))]
    none_if: Option<u8>,
    #[connect(json_string, default_if(null, "{}"))]
    default_if: Vec<u8>,
    #[connect(json_string, with = doubled)]
    with: u32,
    #[connect(json_string, serde)]
    serde: BTreeMap<String, u8>,
    #[connect(json_string, from_str)]
    from_str: Option<u8>,
    #[connect(json_string, trim)]
    trim: Cow<'static, str>,
    #[connect(json_string, sensitive)]
    sensitive: Vec<u8>,
    #[connect(json_string, strict, default)]
    strict: u8,
}

#[test]
fn it_combines_with_every_way_to_read_a_value() {
    let rest = r#""sensitive": "[\"5\"]""#;
    check::<Combined>(&[
        (
            &format!(
                "{{{}, {}, {rest}}}",
                r#""fallback": "[1, 300]", "items": "[\"x\", 2]", "none_if": "", "default_if": "{}", "with": "21""#,
                r#""serde": "{\"a\": 1}", "from_str": "\"4\"", "trim": "\" t\"", "strict": "1""#,
            ),
            concat!(
                r#"Combined { fallback: [], items: [2], none_if: None, default_if: [], with: 42, serde: {"a": 1}, "#,
                r#"from_str: Some(4), trim: "t", sensitive: [5], strict: 1 } ~ replaced at fallback: "[1, 300]" ~ "#,
                r#"skipped at items[0]: "x" ~ defaulted at default_if: "{}" ~ normalized at trim: " t" ~ "#,
                "coerced at sensitive[0]: "
            ),
        ),
        (
            &format!(
                "{{{}, {}, {rest}}}",
                r#""fallback": "[", "items": "3", "none_if": "3", "default_if": null, "with": "2""#,
                r#""serde": "{}", "from_str": null, "trim": "\"t\"""#,
            ),
            concat!(
                "Combined { fallback: [], items: [3], none_if: Some(3), default_if: [], with: 4, serde: {}, ",
                r#"from_str: None, trim: "t", sensitive: [5], strict: 0 } ~ replaced at fallback: "[" ~ "#,
                "null_defaulted at default_if: null ~ coerced at sensitive[0]: "
            ),
        ),
    ]);
    let report =
        refuse::<Combined>(r#"{"sensitive": "[secret]", "strict": "\"1\"", "serde": "{\"a\": 300}", "with": "x"}"#);
    let found: Vec<String> = report.issues().iter().map(|issue| format!("{} {}", issue.path(), issue.code())).collect();
    assert!(
        found.contains(&"strict wrong_type".to_owned()) && found.contains(&"sensitive[0] invalid_value".to_owned()),
        "{found:?}"
    );
    assert!(!report.to_string().contains("ecret"), "{report}");
}

#[test]
fn variants_of_an_untagged_enum_may_hold_it() {
    let read = from_str::<Either>(r#"{"body": "{\"id\": 1}"}"#).unwrap();
    assert!(matches!(read, Either::Json(event) if event.body.id == 1));
    let report = refuse::<Either>(r#"{"body": "{\"id\": true}"}"#);
    assert!(report.to_string().contains("body.id: expected an integer, found `true`"), "{report}");
}

#[derive(ConnectModel, Debug)]
struct Page<T> {
    #[connect(json_string)]
    items: Vec<T>,
    next: Option<T>,
}

#[test]
fn a_generic_model_may_hold_it() {
    check::<Page<u8>>(&[(r#"{"items": "[1, 2]", "next": 3}"#, "Page { items: [1, 2], next: Some(3) }")]);
}
