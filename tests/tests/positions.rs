//! Positions of problems: line, column, span and path, in input of every shape.

use std::collections::BTreeMap;

use connect_runtime::{ConnectModel, Decoder, from_slice};
use connect_tests::{codes, on_small_stack, refuse};

#[derive(Debug, ConnectModel)]
#[connect(deny_unknown_fields)]
struct Owner {
    name: String,
    #[connect(rename = "postal code", alias = "zip/code")]
    zip: Option<u32>,
    addresses: Option<Vec<Address>>,
}

#[derive(Debug, ConnectModel)]
struct Address {
    street: String,
    lines: Option<BTreeMap<String, Vec<bool>>>,
}

/// `line:column path pointer code` of every problem.
fn places(text: &str) -> Vec<String> {
    let report = refuse::<Owner>(text);
    let place = |issue: &connect_runtime::Issue| {
        let (line, column) = (issue.line().unwrap(), issue.column().unwrap());
        let span = issue.span().unwrap();
        assert_eq!((line, column), count(text, span.start), "of offset {}", span.start);
        assert!(text.get(span.clone()).is_some(), "{span:?} is not a range of {text:?}");
        format!("{line}:{column} {} {} {}", issue.path(), issue.path().pointer(), issue.code())
    };
    report.issues().iter().map(place).collect()
}

/// Line and column of an offset, counted naively character by character.
fn count(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line = before.chars().filter(|&c| c == '\n').count() + 1;
    (line, before.chars().rev().take_while(|&c| c != '\n').count() + 1)
}

/// The text of the first problem's span.
fn spanned(text: &str) -> &str {
    &text[refuse::<Owner>(text).issues()[0].span().unwrap()]
}

#[test]
fn an_invalid_value_is_reported_at_its_first_character() {
    assert_eq!(places(r#"{"name":null}"#), ["1:9 name /name wrong_type"]);
    assert_eq!(places("{\"name\"  :  \n   true }"), ["2:4 name /name wrong_type"]);
    assert_eq!(places(r#"{"name":"a","postal code":-1}"#), ["1:27 [\"postal code\"] /postal code number_out_of_range"]);
    assert_eq!(places(r#"{"name":"a","zip/code":"x"}"#), ["1:24 [\"zip/code\"] /zip~1code invalid_number"]);
    assert_eq!(places("\n\n  []"), ["3:3 $  wrong_type"]);
}

#[test]
fn the_span_covers_the_whole_value_or_key() {
    assert_eq!(spanned(r#"{"name":[1, {"a":"]"}] , "zip/code":1}"#), r#"[1, {"a":"]"}]"#);
    assert_eq!(spanned(r#"{"name":"a","zip/code":"x\"y"}"#), r#""x\"y""#);
    assert_eq!(spanned(r#"{"name":"a","zip/code":-12.5e3 }"#), "-12.5e3");
    assert_eq!(spanned(r#"{"name":"a", "b\u0061r" : [1]}"#), r#""b\u0061r""#);
    assert_eq!(spanned(r#"{"name":"a","name":{}}"#), r#""name""#);
    assert_eq!(spanned(r#"{"addresses":[]}"#), "{");
    assert_eq!(spanned(r#"{"name":false}"#), "false");
}

#[test]
fn columns_count_unicode_scalar_values() {
    // Two bytes, three bytes, four bytes, a combining mark, a pair joined by U+200D.
    let text = "{\"\u{e9}\u{20ac}\u{1f600}e\u{301}\u{1f469}\u{200d}\u{1f680}\":1,\"name\":null}";
    assert_eq!(
        places(text),
        [
            "1:2 [\"\u{e9}\u{20ac}\u{1f600}e\u{301}\u{1f469}\\u{200d}\u{1f680}\"] /\u{e9}\u{20ac}\u{1f600}e\u{301}\u{1f469}\u{200d}\u{1f680} unknown_field",
            "1:22 name /name wrong_type"
        ]
    );
    let text = "{\"name\":\"\u{1f600}\u{1f600}\",\n\"zip/code\":\t\"\u{1f600}\"}";
    assert_eq!(places(text), ["2:13 [\"zip/code\"] /zip~1code invalid_number"]);
    let report = refuse::<Owner>(text);
    assert_eq!(&text[report.issues()[0].span().unwrap()], "\"\u{1f600}\"");
}

#[test]
fn only_line_feeds_end_lines() {
    let text = "{\r\n  \"name\": 1,\r\n  \"zip/code\": [],\r\n\"addresses\": 5}";
    assert_eq!(places(text)[0], "3:15 [\"zip/code\"] /zip~1code wrong_type");
    assert_eq!(places(text)[1], "4:14 addresses /addresses wrong_type");
    assert_eq!(places("\r{\"name\"\r:\rnull}"), ["1:12 name /name wrong_type"]);
    assert_eq!(places("\n\r\n\r\r\n{}"), ["4:1 name /name missing_field"]);
    assert_eq!(places("{\"name\":\"\u{2028}\u{85}\\n\",\"zip/code\":null,\"x\":1}"), ["1:32 x /x unknown_field"]);
}

#[test]
fn paths_lead_through_arrays_objects_and_maps() {
    let text = r#"{"name":"n","addresses":[{"street":"s"},{"street":[],"lines":{"a.b":[true,1],"c":[true],"":[[]],"é":{}}},null,{}]}"#;
    assert_eq!(
        places(text),
        [
            "1:51 addresses[1].street /addresses/1/street wrong_type",
            "1:75 addresses[1].lines[\"a.b\"][1] /addresses/1/lines/a.b/1 wrong_type",
            "1:93 addresses[1].lines[\"\"][0] /addresses/1/lines//0 wrong_type",
            "1:101 addresses[1].lines.\u{e9} /addresses/1/lines/\u{e9} wrong_type",
            "1:106 addresses[2] /addresses/2 wrong_type",
            "1:111 addresses[3].street /addresses/3/street missing_field",
        ]
    );
}

#[test]
fn keys_are_unescaped_in_paths() {
    let text =
        r#"{"n\u0061me":null,"addresses":[{"street":"s","lines":{"a\"b\\c":1,"\ud83d\ude00":1,"~\/":1,"\u0000":1}}]}"#;
    assert_eq!(
        places(text),
        [
            "1:14 name /name wrong_type".to_owned(),
            r#"1:65 addresses[0].lines["a\"b\\c"] /addresses/0/lines/a"b\c wrong_type"#.to_owned(),
            "1:82 addresses[0].lines[\"\u{1f600}\"] /addresses/0/lines/\u{1f600} wrong_type".to_owned(),
            "1:90 addresses[0].lines[\"~/\"] /addresses/0/lines/~0~1 wrong_type".to_owned(),
            "1:101 addresses[0].lines[\"\\u{0}\"] /addresses/0/lines/\0 wrong_type".to_owned(),
        ]
    );
}

#[test]
fn punctuation_inside_strings_does_not_affect_positions() {
    let text = r#"{"name":"}],[{\",:\\","addresses":[{"street":"]\\\"[{","lines":{"]}":[true,"x"]}}]}"#;
    assert_eq!(places(text), ["1:76 addresses[0].lines[\"]}\"][1] /addresses/0/lines/]}/1 invalid_value"]);
}

#[test]
fn problems_are_listed_in_input_order_whatever_the_order_of_the_fields() {
    let text = r#"{"x":1,"addresses":[{"lines":1}],"zip/code":true,"y":2,"postal code":5,"x":3}"#;
    assert_eq!(
        places(text),
        [
            "1:1 name /name missing_field",
            "1:2 x /x unknown_field",
            "1:21 addresses[0].street /addresses/0/street missing_field",
            "1:30 addresses[0].lines /addresses/0/lines wrong_type",
            "1:45 [\"zip/code\"] /zip~1code wrong_type",
            "1:50 y /y unknown_field",
            "1:56 [\"postal code\"] /postal code duplicate_field",
            "1:72 x /x unknown_field",
        ]
    );
}

#[test]
fn the_first_problems_are_kept_when_the_cap_is_exceeded() {
    let text = format!("{{\"addresses\":[{}]}}", vec!["{}"; 200].join(","));
    let report = refuse::<Owner>(&text);
    assert!(report.truncated());
    assert_eq!(report.issues().len(), 100);
    assert_eq!(report.issues().last().map(|issue| issue.path().to_string()).as_deref(), Some("addresses[99].street"));
    assert_eq!(report.issues()[0].path().to_string(), "addresses[0].street");
}

#[test]
fn a_syntax_problem_comes_after_the_others_and_has_its_path() {
    let text = "{\"zip/code\":true,\n\"addresses\":[{\"street\":1},{\"street\":\"\u{e9}\",}]}";
    assert_eq!(places(text), ["1:13 [\"zip/code\"] /zip~1code wrong_type", "2:41 addresses[1] /addresses/1 syntax"]);
    assert_eq!(places("{\"name\":\"a\\qb\"}"), ["1:12 name /name syntax"]);
    assert_eq!(places("{\"name\":\"abc"), ["1:13 name /name syntax"]);
    assert_eq!(places("{\"name\":tru}"), ["1:12 name /name syntax"]);
    assert_eq!(places("{\"addresses\":[{\"street\":1.}]}"), ["1:27 addresses[0].street /addresses/0/street syntax"]);
}

#[derive(Debug, ConnectModel)]
struct Node {
    child: Option<Box<Node>>,
    list: Option<Vec<Node>>,
    leaf: Option<u8>,
}

#[test]
fn a_deeply_nested_problem_has_its_whole_path() {
    on_small_stack(|| {
        let text = format!("{}{{\"leaf\":\"x\"}}{}", "{\"child\":\n".repeat(127), "}".repeat(127));
        let report = refuse::<Node>(&text);
        assert_eq!(report.issues()[0].path().segments().len(), 128);
        assert_eq!((report.issues()[0].line(), report.issues()[0].column()), (Some(128), Some(9)));
        let text = format!("{}{{\"leaf\":\"x\"}}{}", "{\"list\":[{},".repeat(63), "]}".repeat(63));
        let report = refuse::<Node>(&text);
        assert_eq!(report.issues()[0].path().pointer(), format!("{}/leaf", "/list/1".repeat(63)));
    });
}

#[test]
fn positions_are_the_same_for_bytes_and_strings() {
    let text = "{\"\u{1f600}\":1,\n \"name\": null}";
    assert_eq!(from_slice::<Owner>(text.as_bytes()).unwrap_err(), refuse::<Owner>(text));
}

#[test]
fn drift_has_the_positions_that_problems_would_have() {
    let text = "{\"new\":{\"a\":[]},\n\"street\":\"s\",\"\u{e9}\": \"v\"}";
    let drift = Decoder::new().decode::<Address>(text).unwrap().drift;
    let places: Vec<String> = drift
        .changes()
        .iter()
        .map(|change| {
            format!("{}:{} {} {}", change.line().unwrap(), change.column().unwrap(), change.path(), change.found())
        })
        .collect();
    assert_eq!(places, ["1:2 new {\"a\":[]}", "2:14 \u{e9} \"v\""]);
}

#[test]
fn two_records_on_one_line_have_their_own_positions() {
    let report = refuse::<Vec<Owner>>(r#"[{"name":1},{"name":[]},{"nam":"x"},{"name":{}}]"#);
    assert_eq!(codes(&report), "! wrong_type ! missing_field ! unknown_field ! wrong_type");
    let paths: Vec<String> = report.issues().iter().map(|issue| issue.path().to_string()).collect();
    assert_eq!(paths, ["[1].name", "[2].name", "[2].nam", "[3].name"]);
}
