//! The exact text of every message that foreign text can get into.

use std::collections::HashMap;

use connect_runtime::{ConnectModel, Decoder, Tally, from_reader, stream};
use connect_tests::{problems, refuse};
use serde_json::{Value, json};

use crate::models::{Broken, Checked, Doors, Plain};

/// A second problem, if it were shown as it is.
const FORGED: &str = "x\n9:9: $: forged [syntax]";

/// A coloured text, reversed.
const REVERSED: &str = "\u{1b}[31m\u{202e}desrever";

/// The only problem of `value` as the field `name` of [`Doors`].
fn problem(name: &str, value: impl Into<Value>) -> String {
    refuse::<Doors>(&json!({name: value.into()}).to_string()).to_string()
}

#[test]
fn an_unknown_field_is_named_on_one_line() {
    let decoder = Decoder::new().deny_unknown_fields(true);
    let report = decoder.decode::<Checked>(&json!({FORGED: 1, "text": ""}).to_string()).err();
    let lines = report.map(|report| report.to_string()).unwrap_or_default();
    let name = r"x\u{a}9:9: $: forged [syntax]";
    assert_eq!(
        lines,
        format!(r#"1:12: ["{name}"]: unknown field `{name}`, `Checked` has no such field [unknown_field]"#)
    );
}

#[test]
fn a_key_is_one_line_in_a_path_and_data_elsewhere() {
    let report = refuse::<HashMap<String, bool>>(r#"{"a\nb\"\\\u202e": 1}"#);
    assert_eq!(
        report.to_string(),
        r#"1:20: ["a\u{a}b\"\\\u{202e}"]: expected `true` or `false`, found the number `1` [wrong_type]"#
    );
    assert_eq!(report.issues()[0].path().pointer(), "/a\nb\"\\\u{202e}");
    assert_eq!(serde_json::to_value(&report).unwrap()[0]["path"], "/a\nb\"\\\u{202e}");
}

#[test]
fn the_error_of_a_parser_is_one_line() {
    assert_eq!(
        problem("from_str", FORGED),
        concat!(
            r#"1:13: from_str: expected a string in the field's format, found the string "#,
            r#"`"x\n9:9: $: forged [syntax]"`: x\u{a}9:9: $: forged [syntax] [invalid_value]"#
        )
    );
}

#[test]
fn the_error_of_a_with_function_is_one_line() {
    assert_eq!(problem("with", FORGED), r"1:9: with: x\u{a}9:9: $: forged [syntax] [invalid_value]");
    assert_eq!(problem("with", REVERSED), r"1:9: with: \u{1b}[31m\u{202e}desrever [invalid_value]");
}

#[test]
fn the_error_of_a_deserializer_is_one_line() {
    assert_eq!(problem("serde", FORGED), r"1:10: serde: x\u{a}9:9: $: forged [syntax] [invalid_value]");
}

#[test]
fn the_error_of_a_custom_rule_is_one_line() {
    assert_eq!(problem("custom", FORGED), r"1:11: custom: x\u{a}9:9: $: forged [syntax] [custom]");
}

#[test]
fn the_error_of_a_check_is_one_line_with_its_code_and_field() {
    let report = refuse::<Checked>(r#"{"text": "a\nb"}"#);
    assert_eq!(report.to_string(), r#"1:1: ["a\u{a}b"]: a\u{a}b [a\u{a}b]"#);
    assert_eq!(report.issues()[0].code().as_str(), "a\nb");
}

#[test]
fn values_that_a_message_shows_are_one_line() {
    assert_eq!(
        problem("color", REVERSED),
        r#"1:10: color: the string `"\u001b[31m\u{202e}desrever"` is not a variant of `Color`, expected `Red` [unknown_variant]"#
    );
    assert_eq!(problem("one_of", REVERSED), r"1:11: one_of: must be `a`, is `\u{1b}[31m\u{202e}desrever` [one_of]");
    assert_eq!(
        problem("csv", REVERSED),
        r"1:8: csv: item 1 of the list, `\u{1b}[31m\u{202e}desrever`: invalid digit found in string [invalid_value]"
    );
}

#[test]
fn the_reasons_of_an_untagged_enum_are_one_line() {
    assert_eq!(
        problem("either", json!({FORGED: FORGED})),
        concat!(
            "1:11: either: no variant of `Either` matches this value; `Map` fits best, with these problems [no_variant]\n",
            r#"1:41: either["x\u{a}9:9: $: forged [syntax]"]: x\u{a}9:9: $: forged [syntax] [custom]"#
        )
    );
}

#[test]
fn the_error_of_a_model_in_another_format_is_one_line() {
    let error = serde_json::from_value::<Doors>(json!({"custom": FORGED})).map_err(|error| error.to_string());
    assert_eq!(error.unwrap_err(), r"custom: x\u{a}9:9: $: forged [syntax] [custom]");
}

#[test]
fn the_error_of_a_reader_is_one_line() {
    let report = from_reader::<u8>(Broken(FORGED.to_owned())).unwrap_err();
    assert_eq!(report.to_string(), r"$: the input could not be read: x\u{a}9:9: $: forged [syntax] [io]");
}

#[test]
fn the_error_of_a_stream_is_one_line() {
    let errors = stream::<u8>(Broken(FORGED.to_owned())).filter_map(Result::err).map(|error| error.to_string());
    assert_eq!(errors.collect::<Vec<_>>(), [r"the stream could not be read: x\u{a}9:9: $: forged [syntax]"]);
    let errors = stream::<Checked>(r#"{"text": "a\nb"}"#.as_bytes()).filter_map(Result::err);
    assert_eq!(
        errors.map(|error| error.to_string()).collect::<Vec<_>>(),
        [r#"record 0 at line 1: 1:1: ["a\u{a}b"]: a\u{a}b [a\u{a}b]"#]
    );
}

#[test]
fn drift_is_one_line_per_change() {
    let text = "{\"x\\n\": [\n\t\"\u{202e}\"], \"text\": 7}";
    let drift = Decoder::new().decode::<HashMap<String, String>>("{\"x\\n\": 7}").unwrap().drift;
    assert_eq!(drift.to_string(), r#"1:9: ["x\u{a}"]: found `7` [coerced]"#);
    let drift = Decoder::new().decode::<Plain>(text).unwrap().drift;
    assert_eq!(
        drift.to_string(),
        "1:2: [\"x\\u{a}\"]: found `[  \"\\u{202e}\"]` [unknown_field]\n2:16: text: found `7` [coerced]"
    );
    assert_eq!(drift.changes()[0].found(), "[\n\t\"\u{202e}\"]");
}

#[test]
fn a_tally_is_one_line_per_row() {
    let text = "{\"x\\n\": [\n\"\u{202e}\"]} {\"text\": [\"\\u001b\"]}";
    let mut tally = Tally::new();
    stream::<Plain>(text.as_bytes()).for_each(|result| tally.add(&result));
    assert_eq!(
        tally.to_string(),
        r#"2 records: 1 valid, 1 rejected

problems
  count  code        path  first seen  sample
      1  wrong_type  text  line 2      expected a string, found an array

drift
  count  kind           path        first seen  sample
      1  unknown_field  ["x\u{a}"]  line 1      [\u{a}"\u{202e}"]
"#
    );
}

#[test]
fn a_rendered_report_shows_what_its_lines_hide() {
    let text = "{\r\n\t\"\u{202e}a\\n\": \"\u{feff}\",\r\n\"b\": \"\u{200b}\u{7f}\"\r\n}";
    let report = refuse::<HashMap<String, u8>>(text);
    assert_eq!(
        report.render("a\u{1b}\n.json", text),
        r#"error: 2 problems
 --> a\u{1b}\u{a}.json:2:10
  |
2 |     "\u{202e}a\n": "\u{feff}",
  |                    ^^^^^^^^^^ ["\u{202e}a\u{a}"]: expected an integer, found the string `"\u{feff}"`
3 | "b": "\u{200b}\u{7f}"
  |      ^^^^^^^^^^^^^^^^ b: expected an integer, found the string `"\u{200b}\u{7f}"`"#
    );
}

#[derive(Debug, ConnectModel)]
struct Translated {
    #[connect(length(min = 1, message = "名前を入力してください 🙂\u{fe0f}\u{200b}"))]
    name: String,
}

#[test]
fn a_message_of_the_model_keeps_every_script_and_emoji() {
    let lines = problems(&refuse::<Translated>(r#"{"name": ""}"#));
    assert_eq!(lines, ["1:10: name: 名前を入力してください 🙂\u{fe0f}\\u{200b} [length]"]);
}
