//! Properties of any input: what is accepted, what it means and where its problems are, checked against independent
//! oracles.

use std::fmt::Write;

use connect_runtime::{ConnectModel, Decoder, from_str};
use proptest::{collection::vec, prelude::*};
use serde_json::{Map, Value, value::RawValue};

fn config() -> ProptestConfig {
    ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() }
}

/// A number in any spelling that the grammar allows.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?(0|[1-9][0-9]{0,4})",
        "-?(0|[1-9][0-9]{0,24})",
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?",
        any::<f64>().prop_filter("finite", |float| float.is_finite()).prop_map(|float| format!("{float:e}")),
    ]
}

/// Any JSON value; numbers are kept as text, so none is rounded.
#[derive(Debug, Clone)]
enum Json {
    Literal(&'static str),
    Number(String),
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

fn json() -> impl Strategy<Value = Json> {
    let text = prop_oneof![
        "[a-c]{0,2}",
        any::<String>(),
        "[\u{0}-\u{1f}\"\\\\/\u{7f}-\u{a0}\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}]{0,20}"
    ];
    let scalar = prop_oneof![
        prop_oneof![Just("null"), Just("true"), Just("false")].prop_map(Json::Literal),
        number().prop_map(Json::Number),
        text.prop_map(Json::Text),
    ];
    scalar.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..8).prop_map(Json::Array),
            vec(("[a-d\u{e9}\n]{0,2}", inner), 0..8).prop_map(Json::Object),
        ]
    })
}

/// Writes a value, with white space and escapes picked by `choices`.
struct Writer<'c> {
    text: String,
    choices: std::iter::Cycle<std::slice::Iter<'c, u8>>,
}

impl Writer<'_> {
    fn choose(&mut self) -> u8 {
        self.choices.next().copied().unwrap_or(0)
    }

    fn blank(&mut self) {
        let blank = ["", "", "", " ", "\n", "\r\n", "\t  ", "                    "][usize::from(self.choose() % 8)];
        self.text.push_str(blank);
    }

    fn string(&mut self, string: &str) {
        self.text.push('"');
        for c in string.chars() {
            let escape = self.choose().is_multiple_of(4);
            match c {
                '"' | '\\' => self.text.extend(['\\', c]),
                '/' if escape => self.text.push_str("\\/"),
                '\n' if escape => self.text.push_str("\\n"),
                '\u{8}' if escape => self.text.push_str("\\b"),
                c if c < ' ' || escape => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        let _ = if unit.is_multiple_of(2) {
                            write!(self.text, "\\u{unit:04x}")
                        } else {
                            write!(self.text, "\\u{unit:04X}")
                        };
                    }
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    fn items<T>(&mut self, brackets: [char; 2], items: &[T], write: impl Fn(&mut Self, &T)) {
        self.text.push(brackets[0]);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.blank();
            write(self, item);
            self.blank();
        }
        self.text.push(brackets[1]);
    }

    fn value(&mut self, value: &Json) {
        match value {
            Json::Literal(text) => self.text.push_str(text),
            Json::Number(text) => self.text.push_str(text),
            Json::Text(string) => self.string(string),
            Json::Array(items) => self.items(['[', ']'], items, Self::value),
            Json::Object(fields) => self.items(['{', '}'], fields, |writer, (key, value)| {
                writer.string(key);
                writer.blank();
                writer.text.push(':');
                writer.blank();
                writer.value(value);
            }),
        }
    }
}

/// Writes the value as JSON, with white space and escapes picked by `choices`.
fn spell(value: &Json, choices: &[u8]) -> String {
    let mut writer = Writer { text: String::new(), choices: choices.iter().cycle() };
    writer.blank();
    writer.value(value);
    writer.blank();
    writer.text
}

/// The value without a detour through JSON text; `None` if it has a number that no `Value` can represent.
fn interpret(value: &Json) -> Option<Value> {
    Some(match value {
        Json::Literal("null") => Value::Null,
        Json::Literal(text) => Value::Bool(*text == "true"),
        Json::Number(text) => Value::Number(interpret_number(text)?),
        Json::Text(string) => Value::String(string.clone()),
        Json::Array(items) => Value::Array(items.iter().map(interpret).collect::<Option<_>>()?),
        Json::Object(fields) => {
            let fields: Option<Vec<(String, Value)>> =
                fields.iter().map(|(key, value)| Some((key.clone(), interpret(value)?))).collect();
            Value::Object(fields?.into_iter().collect::<Map<_, _>>())
        }
    })
}

/// The number as `serde_json` classifies it: an integer of 64 bits or a float, and `-0` is a float.
fn interpret_number(text: &str) -> Option<serde_json::Number> {
    match (text.parse::<u64>(), text.parse::<i64>()) {
        (Ok(number), _) => Some(number.into()),
        (_, Ok(number)) if number != 0 => Some(number.into()),
        _ => serde_json::Number::from_f64(text.parse().ok()?),
    }
}

#[derive(Debug, ConnectModel)]
struct Nothing {}

/// Whether the text is accepted as the value of an unknown field.
fn is_skipped(text: &str) -> bool {
    from_str::<Nothing>(&format!("{{\"x\":{text}}}")).is_ok()
}

/// Makes a small change at a character boundary: replaces, inserts or removes one character, or truncates the text.
fn mutate(text: &str, at: usize, kind: u8, with: char) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let at = at % (characters.len() + 1);
    match (kind % 4, at < characters.len()) {
        (0, true) => characters[at] = with,
        (1, true) => drop(characters.remove(at)),
        (2, _) => characters.truncate(at),
        _ => characters.insert(at, with),
    }
    characters.into_iter().collect()
}

fn odd_character() -> impl Strategy<Value = char> {
    prop_oneof![
        prop::sample::select(
            "\"\\{}[],:0159-+.eEtfnu \n\t\r/x\u{0}\u{1f}\u{7f}\u{e9}\u{feff}\u{2028}\u{1f600}"
                .chars()
                .collect::<Vec<_>>()
        ),
        any::<char>()
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_spelling_of_a_value_is_read_as_that_value(value in json(), choices in vec(any::<u8>(), 1..40)) {
        let text = spell(&value, &choices);
        if let Some(wanted) = interpret(&value) {
            prop_assert_eq!(&from_str::<Value>(&text).unwrap(), &wanted);
            prop_assert_eq!(&serde_json::from_str::<Value>(&text).unwrap(), &wanted);
            prop_assert_eq!(&from_str::<Value>(&wanted.to_string()).unwrap(), &wanted);
            prop_assert_eq!(&from_str::<Value>(&serde_json::to_string_pretty(&wanted).unwrap()).unwrap(), &wanted);
        } else {
            prop_assert!(from_str::<Value>(&text).is_err());
            prop_assert!(serde_json::from_str::<Value>(&text).is_err());
        }
        prop_assert!(is_skipped(&text));
        let raw: Box<RawValue> = from_str(&text).unwrap();
        prop_assert_eq!(raw.get(), text.trim_matches([' ', '\n', '\r', '\t']));
    }

    #[test]
    fn mutated_input_is_accepted_exactly_when_serde_json_accepts_it(
        value in json(), choices in vec(any::<u8>(), 1..40), changes in vec((any::<usize>(), any::<u8>(), odd_character()), 1..4)
    ) {
        let text = changes.iter().fold(spell(&value, &choices), |text, &(at, kind, with)| mutate(&text, at, kind, with));
        // A byte order mark at the start is passed over.
        let without_mark = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let wanted = serde_json::from_str::<Value>(without_mark).ok();
        prop_assert_eq!(from_str::<Value>(&text).ok(), wanted);
        let skipped = from_str::<Box<RawValue>>(&text).is_ok();
        let ignored = serde_json::from_str::<serde::de::IgnoredAny>(without_mark).is_ok();
        prop_assert_eq!(skipped, ignored, "{:?}", text);
    }

    #[test]
    fn random_json_characters_are_accepted_exactly_when_serde_json_accepts_them(text in "[\\[\\]{}\",:0-2.eE+\\-tfn\\\\u \\n]{0,12}") {
        prop_assert_eq!(from_str::<Value>(&text).ok(), serde_json::from_str::<Value>(&text).ok(), "{:?}", text);
    }

    #[test]
    fn reading_and_skipping_find_the_same_syntax_problem(value in json(), at in any::<usize>(), kind in any::<u8>(), with in odd_character()) {
        let text = mutate(&spell(&value, &[0]), at, kind, with);
        // Half of a surrogate pair is no fault in what is skipped.
        prop_assume!(!text.to_ascii_lowercase().contains("\\ud"));
        let (read, skipped) = (from_str::<Value>(&text), from_str::<Box<RawValue>>(&text));
        if let Err(skipped) = skipped {
            let read = read.unwrap_err();
            prop_assert_eq!(read.issues().last(), skipped.issues().last());
        }
    }

    #[test]
    fn integers_are_what_std_parses(integer in any::<i128>(), shift in 0_u32..128) {
        let integer = integer >> shift;
        let text = integer.to_string();
        prop_assert_eq!(from_str::<i128>(&text).ok(), Some(integer));
        prop_assert_eq!(from_str::<u128>(&text).ok(), text.parse().ok());
        prop_assert_eq!(from_str::<i64>(&text).ok(), text.parse().ok());
        prop_assert_eq!(from_str::<u64>(&text).ok(), text.parse().ok());
        prop_assert_eq!(from_str::<i32>(&text).ok(), text.parse().ok());
        prop_assert_eq!(from_str::<u8>(&format!("\"{text}\"")).ok(), text.parse().ok());
        prop_assert_eq!(from_str::<i16>(&format!("[{text} ]")).ok(), None);
        prop_assert_eq!(from_str::<Vec<i16>>(&format!("[{text} ]")).ok(), text.parse().ok().map(|integer| vec![integer]));
    }

    #[test]
    fn integers_in_any_spelling_have_their_exact_value(digits in "[0-9]{1,12}", point in 0_usize..13, exponent in -15_i32..15) {
        let (whole, fraction) = digits.split_at(point.min(digits.len()));
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let fraction = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
        let text = format!("{whole}{fraction}e{exponent}");
        prop_assert_eq!(from_str::<u64>(&text).ok(), parse_exactly(&text), "{}", text);
        prop_assert_eq!(from_str::<u64>(&format!("\"{text}\"")).ok(), parse_exactly(&text), "{}", text);
    }

    #[test]
    fn floats_are_what_std_parses(text in number()) {
        let wanted: f64 = text.parse().unwrap();
        let found = from_str::<f64>(&text).ok().map(f64::to_bits);
        prop_assert_eq!(found, Some(wanted).filter(|float| float.is_finite()).map(f64::to_bits));
        let wanted: f32 = text.parse().unwrap();
        let found = from_str::<f32>(&format!("\"{text}\"")).ok().map(f32::to_bits);
        prop_assert_eq!(found, Some(wanted).filter(|float| float.is_finite()).map(f32::to_bits));
    }

    #[test]
    fn numbers_read_as_strings_keep_their_text(text in number()) {
        let decoded = Decoder::new().decode::<String>(&text).unwrap();
        prop_assert_eq!(&decoded.value, &text);
        prop_assert_eq!(decoded.drift.changes().len(), 1);
    }

    #[test]
    fn strings_are_what_serde_json_writes(string in any::<String>()) {
        let text = serde_json::to_string(&string).unwrap();
        prop_assert_eq!(&from_str::<String>(&text).unwrap(), &string);
        prop_assert_eq!(&*from_str::<std::borrow::Cow<'_, str>>(&text).unwrap(), &string);
        prop_assert_eq!(from_str::<&str>(&text).is_ok(), !text.contains('\\'));
    }

    #[test]
    fn lines_and_columns_match_a_naive_count(lines in vec("[a\u{e9}\u{20ac}\u{1f600} ]{0,40}", 1..8), at in any::<prop::sample::Index>(), crlf in any::<bool>()) {
        let mut items: Vec<String> = lines.iter().map(|line| serde_json::to_string(line).unwrap()).collect();
        let index = at.index(items.len());
        items[index] = "null".to_owned();
        let text = format!("[{}]", items.join(if crlf { ",\r\n" } else { " ,\n " }));
        let report = from_str::<Vec<String>>(&text).unwrap_err();
        let issue = &report.issues()[0];
        let before = &text[..text.find("null").unwrap()];
        prop_assert_eq!(issue.line(), Some(before.split('\n').count()));
        prop_assert_eq!(issue.column(), before.split('\n').next_back().map(|line| line.chars().count() + 1));
        prop_assert_eq!(issue.path().to_string(), format!("[{index}]"));
        prop_assert_eq!(&text[issue.span().unwrap()], "null");
    }

    #[test]
    fn a_pointer_leads_to_the_invalid_value(value in json(), choices in vec(any::<u8>(), 1..40)) {
        // Everything but nested arrays of nulls is invalid here, and each pointer must lead serde_json to the same
        // value.
        let text = spell(&value, &choices);
        let (Ok(read), Err(report)) = (serde_json::from_str::<Value>(&text), from_str::<Vec<Vec<()>>>(&text)) else { return Ok(()) };
        for issue in report.issues() {
            let found = read.pointer(&issue.path().pointer());
            let spanned: Value = serde_json::from_str(&text[issue.span().unwrap()]).unwrap();
            prop_assert_eq!(found, Some(&spanned));
        }
    }

    #[test]
    fn no_input_causes_a_panic(text in any::<String>()) {
        let _ = from_str::<Value>(&text);
        let _ = from_str::<Nothing>(&text);
        let _ = from_str::<std::collections::HashMap<String, Vec<Option<u8>>>>(&text);
        let _ = from_str::<(jiff::Timestamp, char)>(&format!("[{text},{text}]"));
        let _ = from_str::<jiff::Timestamp>(&serde_json::to_string(&text).unwrap());
    }
}

/// The exact value of `W.FeX`, by shifting digits; `None` if it is not an integer of 64 bits.
fn parse_exactly(text: &str) -> Option<u64> {
    let (mantissa, exponent) = text.split_once('e')?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut value: u128 = format!("{whole}{fraction}").parse().ok()?;
    let shift = exponent.parse::<i32>().ok()? - i32::try_from(fraction.len()).ok()?;
    for _ in 0..shift.unsigned_abs() {
        match shift > 0 {
            true => value = value.checked_mul(10)?,
            false if value.is_multiple_of(10) => value /= 10,
            false => return None,
        }
    }
    value.try_into().ok()
}
