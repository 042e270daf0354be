//! `Spanned`: a value and its range of bytes.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use connect_runtime::{ConnectModel, Decoder, Spanned, from_slice, from_str, from_value, stream, stream_slice};
use connect_tests::{accept, check, problems, refuse};
use serde::Serialize;

fn at<'t, T>(text: &'t str, spanned: &Spanned<T>) -> &'t str {
    &text[spanned.span.clone()]
}

#[test]
fn the_span_is_that_of_the_value_alone() {
    type Model = HashMap<String, Vec<Spanned<serde_json::Value>>>;
    let text = "\u{feff} {\"a\" : [ 1 , \"2\",{ \"é\": \"\\u00e9\" } ] } ";
    let items = &accept::<Model>(text)["a"];
    let spans: Vec<&str> = items.iter().map(|item| at(text, item)).collect();
    assert_eq!(spans, ["1", "\"2\"", "{ \"é\": \"\\u00e9\" }"]);
    assert_eq!(accept::<Spanned<u8>>(" 7 "), Spanned { value: 7, span: 1..2 });
    assert_eq!(from_slice::<Spanned<String>>(b"12").unwrap(), Spanned { value: "12".to_owned(), span: 0..2 });
    let whole = accept::<Spanned<Vec<Spanned<(u8, Spanned<bool>)>>>>("[[1, true ]]");
    assert_eq!((whole.span, whole.value[0].span.clone(), whole.value[0].value.1.span.clone()), (0..12, 1..11, 5..9));
}

#[derive(ConnectModel, Debug, PartialEq)]
struct Line {
    #[connect(length(min = 1, max = 3), pattern = "^[a-z]*$")]
    name: Spanned<String>,
    #[connect(range(max = 9), one_of(1, 2, 70))]
    amount: Option<Spanned<u8>>,
    #[connect(each(range(min = 1)), length(max = 2), unique)]
    parts: Option<Spanned<Vec<Spanned<u8>>>>,
    child: Spanned<Option<Box<Line>>>,
    #[connect(default)]
    flag: Spanned<bool>,
    #[connect(fallback, default = Spanned { value: 3, span: 0..0 })]
    size: Spanned<u8>,
}

#[test]
fn fields_in_and_out_of_order_have_their_spans() {
    for text in [
        r#"{"name":"ab","amount":1,"parts":[1,2],"child":null,"flag":true,"size":4}"#,
        r#"{ "flag": true , "child": null , "parts": [1,2] , "size" : 4, "amount": 1 ,"name" : "ab" }"#,
    ] {
        let line = accept::<Line>(text);
        assert_eq!(at(text, &line.name), "\"ab\"");
        assert_eq!(line.amount.map(|amount| at(text, &amount)), Some("1"));
        assert_eq!(line.parts.as_ref().map(|parts| at(text, parts)), Some("[1,2]"));
        assert_eq!(line.parts.map(|parts| at(text, &parts.value[1])), Some("2"));
        assert_eq!((at(text, &line.child), at(text, &line.flag), at(text, &line.size)), ("null", "true", "4"));
    }
    let text = r#"{"name": "a", "child": {"name": "b", "size": "x"}}"#;
    let line = accept::<Line>(text);
    assert_eq!(at(text, &line.child), r#"{"name": "b", "size": "x"}"#);
    let child = line.child.value.unwrap();
    assert_eq!((at(text, &child.name), child.size), ("\"b\"", Spanned { value: 3, span: 0..0 }));
}

#[test]
fn what_is_absent_has_an_empty_span() {
    let line = accept::<Line>(r#"{"name": "a"}"#);
    assert_eq!((line.amount, line.parts), (None, None));
    assert_eq!((line.child, line.flag), (Spanned { value: None, span: 0..0 }, Spanned { value: false, span: 0..0 }));
    assert_eq!(problems(&refuse::<Line>("{}")), ["1:1: name: required field `name` is missing [missing_field]"]);
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned { value, span: 0..0 }
}

#[test]
fn rules_see_through_it() {
    assert_eq!(
        problems(&refuse::<Line>(r#"{"name": "ABCD", "amount": 70, "parts": [0, 0, 1], "child": {"name": ""}}"#)),
        [
            "1:10: name: must be at most 3 characters long, is 4 [length]",
            "1:10: name: must match the pattern `^[a-z]*$` [pattern]",
            "1:28: amount: must be at most 9, is 70 [range]",
            "1:41: parts: must have at most 2 items, has 3 [length]",
            "1:41: parts: items must be unique: [1] repeats [0] [unique]",
            "1:42: parts[0]: must be at least 1, is 0 [range]",
            "1:45: parts[1]: must be at least 1, is 0 [range]",
            "1:70: child.name: must be at least 1 character long, is 0 [length]",
        ]
    );
    let line = Line {
        name: spanned(String::new()),
        amount: None,
        parts: None,
        child: spanned(None),
        flag: spanned(true),
        size: spanned(1),
    };
    assert_eq!(line.validate().unwrap_err().issues().len(), 1);
}

#[test]
fn drift_and_problems_are_those_of_the_value() {
    check::<Spanned<u8>>(&[
        ("\"7\"", "Spanned { value: 7, span: 0..3 } ~ coerced at $: \"7\""),
        ("-1", "! number_out_of_range"),
        ("null", "! wrong_type"),
        ("", "! syntax"),
    ]);
    assert!(Decoder::new().strict(true).from_str::<Spanned<u8>>("\"7\"").is_err());
}

#[test]
fn keys_have_the_spans_of_the_keys() {
    let text = r#"{"7": "a", "\u0038": "b"}"#;
    let map = accept::<BTreeMap<Spanned<u8>, Spanned<String>>>(text);
    let spans: Vec<(&str, &str)> = map.iter().map(|(key, value)| (at(text, key), at(text, value))).collect();
    assert_eq!(spans, [("\"7\"", "\"a\""), ("\"\\u0038\"", "\"b\"")]);
    let map = accept::<HashMap<Spanned<String>, u8>>(r#"{"a": 1}"#);
    assert_eq!(map.into_iter().next(), Some((Spanned { value: "a".to_owned(), span: 1..4 }, 1)));
    assert_eq!(
        accept::<BTreeSet<Spanned<u8>>>("[2, 1]").into_iter().map(|item| item.span).collect::<Vec<_>>(),
        [4..5, 1..2]
    );
}

#[test]
fn the_span_counts_from_the_start_of_the_stream() {
    let ndjson = "\"é\"\n  [1]\n\n{}\n";
    for text in [ndjson, "[\"é\", [1]  , {}] [\"é\"]", "\u{feff}\"é\" [1]{}", "\u{1e}\"é\"\n\u{1e}[1]\n\u{1e}{}\n"]
    {
        let expected: Vec<&str> =
            if text.ends_with("\"]") { vec!["\"é\"", "[1]", "{}", "\"é\""] } else { vec!["\"é\"", "[1]", "{}"] };
        let held = stream_slice::<Spanned<serde_json::Value>>(text.as_bytes()).map(|record| record.unwrap().value);
        assert_eq!(held.map(|record| at(text, &record)).collect::<Vec<_>>(), expected, "{text:?}");
        let read = stream::<Spanned<serde_json::Value>>(text.as_bytes()).map(|record| record.unwrap().value);
        assert_eq!(read.map(|record| at(text, &record)).collect::<Vec<_>>(), expected, "{text:?}");
    }
    let text = r#"{"n": "é", "items": [1, 22]} {"items": [333]}"#;
    let items = Decoder::new().records_at("/items").stream::<Spanned<u16>>(text.as_bytes());
    assert_eq!(items.map(|item| at(text, &item.unwrap().value)).collect::<Vec<_>>(), ["1", "22", "333"]);
    let long = format!("{}7\n", "{\"a\": 1}\n".repeat(50_000));
    let last = stream::<Spanned<serde_json::Value>>(long.as_bytes()).last().unwrap().unwrap().value;
    assert_eq!(at(&long, &last), "7");
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Either {
    Number(Spanned<u8>),
    Text { text: Spanned<String> },
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "kind")]
enum Tagged {
    A { value: Spanned<u8> },
    B(Spanned<HashMap<String, u8>>),
}

#[derive(ConnectModel, Debug)]
struct Outer {
    id: Spanned<u8>,
    #[connect(flatten)]
    inner: Inner,
}

#[derive(ConnectModel, Debug)]
struct Inner {
    more: Spanned<u8>,
}

#[test]
fn it_may_be_inside_enums_and_flattened_structs() {
    let Either::Number(number) = accept::<Either>(" 7") else { panic!() };
    assert_eq!(number.span, 1..2);
    let Either::Text { text } = accept::<Either>(r#"{"text": "a"}"#) else { panic!() };
    assert_eq!(text.span, 9..12);
    let Tagged::A { value } = accept::<Tagged>(r#"{"value": 7, "kind": "A"}"#) else { panic!() };
    assert_eq!(value.span, 10..11);
    let Tagged::B(map) = accept::<Tagged>(r#"{"x": 7, "kind": "B"}"#) else { panic!() };
    assert_eq!((map.span, map.value.len()), (0..21, 1));
    let outer = accept::<Outer>(r#"{"more": 1, "id": 2}"#);
    assert_eq!((outer.id.span, outer.inner.more.span), (18..19, 9..10));
}

#[test]
fn without_a_text_of_the_user_there_is_no_span() {
    let value = serde_json::json!({"more": 7});
    assert_eq!(from_value::<Inner>(value).unwrap().more, Spanned { value: 7, span: 0..0 });
    assert_eq!(serde_json::from_str::<Inner>(r#"{"more": 7}"#).unwrap().more, Spanned { value: 7, span: 0..0 });
}

#[test]
fn it_is_written_as_the_value() {
    #[derive(ConnectModel, Serialize, Debug, PartialEq)]
    #[connect(no_deserialize)]
    struct Model {
        a: Spanned<Vec<Spanned<u8>>>,
    }
    let text = r#"{"a":[1,2]}"#;
    let model = from_str::<Model>(text).unwrap();
    assert_eq!(serde_json::to_string(&model).unwrap(), text);
}
