//! `Decoder::non_finite`: floats that JSON does not have.

use std::collections::HashMap;

use connect_runtime::{Code, ConnectModel, Decoded, Decoder, DriftKind, from_str};
use serde_json::{Value, value::RawValue};

const LENIENT: Decoder = Decoder::new().non_finite(true);

#[derive(Debug, ConnectModel)]
struct Sample {
    value: f64,
    error: Option<f32>,
}

fn message<T: connect_runtime::DecodeOwned + std::fmt::Debug>(decoder: Decoder, text: &str) -> String {
    decoder.from_str::<T>(text).unwrap_err().to_string()
}

#[test]
fn each_word_is_read_as_a_float_with_quotes_or_without() {
    for (word, value) in [("Infinity", f64::INFINITY), ("-Infinity", f64::NEG_INFINITY)] {
        for text in [word.to_owned(), format!("\"{word}\""), format!(" {word} ")] {
            assert_eq!(LENIENT.from_str::<f64>(&text), Ok(value), "{text}");
            assert_eq!(LENIENT.from_str::<Option<f64>>(&text), Ok(Some(value)), "{text}");
        }
    }
    assert!(LENIENT.from_str::<f64>("NaN").unwrap().is_nan() && LENIENT.from_str::<f32>("\"NaN\"").unwrap().is_nan());
    assert_eq!(LENIENT.from_str::<Vec<f32>>("[-1.5, \"2\", -Infinity]").unwrap(), [-1.5, 2.0, f32::NEG_INFINITY]);
}

#[test]
fn it_is_drift_at_the_value() {
    let text = r#"{"value": NaN, "error": "-Infinity"}"#;
    let Decoded { value, drift } = LENIENT.decode::<Sample>(text).unwrap();
    assert!(value.value.is_nan() && value.error == Some(f32::NEG_INFINITY));
    assert_eq!(drift.changes()[0].kind(), DriftKind::Repaired);
    assert_eq!(drift.to_string(), "1:11: value: found `NaN` [repaired]\n1:25: error: found `\"-Infinity\"` [repaired]");
}

#[test]
fn strict_refuses_it() {
    let strict = LENIENT.strict(true);
    assert_eq!(
        message::<f64>(strict, "NaN"),
        "1:1: $: expected a finite number, found the number `NaN` (strict) [invalid_number]"
    );
    assert!(strict.from_str::<f64>("\"Infinity\"").is_err());
    assert!(strict.from_str::<f64>("1.5").is_ok());
}

#[test]
fn nothing_but_a_float_is_read_from_it() {
    assert_eq!(message::<u8>(LENIENT, "NaN"), "1:1: $: expected an integer, found the number `NaN` [wrong_type]");
    assert_eq!(
        message::<i8>(LENIENT, "-Infinity"),
        "1:1: $: expected an integer, found the number `-Infinity` [wrong_type]"
    );
    assert_eq!(message::<String>(LENIENT, "NaN"), "1:1: $: expected a string, found the number `NaN` [wrong_type]");
    assert_eq!(
        message::<String>(LENIENT, "-Infinity"),
        "1:1: $: expected a string, found the number `-Infinity` [wrong_type]"
    );
    assert_eq!(
        message::<Value>(LENIENT, "[1, -Infinity]"),
        "1:5: [1]: expected a value that JSON has, found the number `-Infinity` [wrong_type]"
    );
    assert_eq!(
        message::<u8>(LENIENT, "\"NaN\""),
        "1:1: $: expected an integer, found the string `\"NaN\"` [invalid_number]"
    );
    assert_eq!(LENIENT.from_str::<String>("\"NaN\""), Ok("NaN".to_owned()));
    assert!(LENIENT.decode::<String>("\"NaN\"").unwrap().drift.is_empty());
    assert!(LENIENT.from_str::<Box<RawValue>>("NaN").is_err());
}

#[test]
fn it_is_passed_over_in_what_is_skipped() {
    let text = r#"{"more": [NaN, {"x": -Infinity}, Infinity], "value": 1, "also": NaN}"#;
    assert_eq!(LENIENT.from_str::<Sample>(text).unwrap().value.to_string(), "1");
    let places: Vec<_> =
        LENIENT.decode::<Sample>(text).unwrap().drift.changes().iter().map(connect_runtime::Change::kind).collect();
    assert_eq!(places, [DriftKind::UnknownField; 2]);
    assert!(from_str::<Sample>(text).is_err());
}

#[test]
fn other_spellings_stay_problems() {
    for text in [
        "nan",
        "NAN",
        "Inf",
        "+Infinity",
        "-NaN",
        "\"nan\"",
        "\"+Infinity\"",
        "\" NaN\"",
        "\"NaN",
        "NaNa",
        "Infinit",
        "-Inf",
        "\"1e999\"",
    ] {
        assert!(LENIENT.from_str::<f64>(text).is_err(), "{text}");
        assert!(LENIENT.from_str::<HashMap<String, u8>>(&format!("{{\"a\": {text}}}")).is_err(), "{text}");
    }
    assert_eq!(message::<f64>(LENIENT, "1e999"), message::<f64>(Decoder::new(), "1e999"));
}

#[test]
fn without_it_the_message_names_it() {
    let off = Decoder::new();
    let bare = |word| {
        format!(
            "1:1: $: expected a value, found `{word}`, which is not JSON; `Decoder::non_finite(true)` reads it as a float [syntax]"
        )
    };
    for word in ["NaN", "Infinity", "-Infinity"] {
        assert_eq!(message::<f64>(off, word), bare(word));
        assert_eq!(message::<u8>(off, word), bare(word));
        assert_eq!(message::<Value>(off, word), bare(word));
    }
    assert_eq!(
        message::<f64>(off, "\"NaN\""),
        "1:1: $: expected a number, found the string `\"NaN\"`; `Decoder::non_finite(true)` reads it [invalid_number]"
    );
    assert_eq!(message::<f64>(off, "\"x\""), "1:1: $: expected a number, found the string `\"x\"` [invalid_number]");
    assert_eq!(
        message::<u8>(off, "\"NaN\""),
        "1:1: $: expected an integer, found the string `\"NaN\"` [invalid_number]"
    );
}

#[test]
fn an_untagged_enum_tries_its_floats() {
    #[derive(Debug, ConnectModel)]
    #[connect(untagged)]
    enum Reading {
        Name(String),
        Number(f64),
    }
    assert!(matches!(LENIENT.from_str::<Reading>("NaN"), Ok(Reading::Number(value)) if value.is_nan()));
    assert!(matches!(LENIENT.from_str::<Reading>("\"NaN\""), Ok(Reading::Name(name)) if name == "NaN"));
    assert_eq!(from_str::<Reading>("NaN").unwrap_err().issues()[0].code(), &Code::Syntax);
}

#[test]
fn rules_see_what_was_read() {
    #[derive(Debug, ConnectModel)]
    struct Rated {
        #[connect(range(min = 0))]
        rate: f64,
    }
    assert!(LENIENT.from_str::<Rated>("{\"rate\": Infinity}").is_ok_and(|rated| rated.rate == f64::INFINITY));
    for text in ["{\"rate\": NaN}", "{\"rate\": -Infinity}"] {
        assert_eq!(LENIENT.from_str::<Rated>(text).unwrap_err().issues()[0].code(), &Code::Range, "{text}");
    }
}

#[test]
fn streams_read_it_in_every_form() {
    for text in ["1\nNaN\n-Infinity\n", "[1, NaN, -Infinity]", "1 NaN -Infinity", "NaN\n1\nInfinity", "NaN 1 2"] {
        let found: Vec<_> = LENIENT.stream::<f64>(text.as_bytes()).map(|record| record.is_ok()).collect();
        assert_eq!(found, [true; 3], "{text}");
    }
}
