//! Keys in any order, spelling and surroundings are read as `serde_json` reads them.

use std::collections::{BTreeMap, BTreeSet};

use connect_runtime::{ConnectModel, Report, from_str};
use proptest::{collection::vec, prelude::*, sample::Index};
use serde::Deserialize;

#[derive(Debug, PartialEq, ConnectModel, Deserialize)]
#[connect(no_deserialize)]
struct Plain {
    id: u8,
    name: Option<String>,
    kind: Option<String>,
    #[serde(rename = "a\"b\\c")]
    odd: Option<bool>,
    tail: Option<Vec<String>>,
}

#[derive(Debug, PartialEq, ConnectModel, Deserialize)]
#[connect(no_deserialize)]
struct Shared {
    id: u8,
    #[serde(flatten)]
    inner: Inner,
    kind: Option<String>,
    #[serde(flatten)]
    rest: BTreeMap<String, serde_json::Value>,
}

#[derive(Debug, PartialEq, ConnectModel, Deserialize)]
#[connect(no_deserialize)]
struct Inner {
    name: Option<String>,
    tail: Option<Vec<String>>,
}

#[derive(Debug, PartialEq, ConnectModel, Deserialize)]
#[connect(no_deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Internal {
    First { id: u8, name: Option<String>, kind: Option<String> },
    Second(Plain),
    Third(Shared),
    Fourth,
}

#[derive(Debug, PartialEq, ConnectModel, Deserialize)]
#[connect(no_deserialize)]
#[serde(tag = "type", content = "id", rename_all = "lowercase")]
enum Adjacent {
    First(u8),
    Second(Vec<String>),
    Third(BTreeMap<String, serde_json::Value>),
    Fourth,
}

/// Strings with characters that could mislead a search for keys.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "type",
        "\"type\":\"first\"",
        ",\"id\":1",
        "é",
        "\n",
        " ",
        "x",
        "a long run of letters without anything else in it",
    ]);
    vec(pieces, 0..6).prop_map(|pieces| pieces.concat())
}

fn contents() -> impl Strategy<Value = serde_json::Value> {
    let leaf =
        prop_oneof![texts().prop_map(Into::into), any::<u8>().prop_map(Into::into), Just(serde_json::Value::Null)];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Into::into),
            vec((names(), inner), 0..4).prop_map(|entries| entries.into_iter().collect()),
        ]
    })
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec!["id", "name", "kind", "tail", "type", "a\"b\\c", "other", "typ", "types"])
            .prop_map(str::to_owned),
        texts(),
    ]
}

/// Usually a value that the field accepts.
fn value_of(name: &str) -> BoxedStrategy<serde_json::Value> {
    match name {
        "id" => prop_oneof![8 => any::<u8>().prop_map(Into::into), 1 => contents()].boxed(),
        "name" | "kind" => prop_oneof![8 => texts().prop_map(Into::into), 1 => contents()].boxed(),
        "tail" => prop_oneof![8 => vec(texts(), 0..3).prop_map(Into::into), 1 => contents()].boxed(),
        "type" => prop_oneof![
            12 => prop::sample::select(vec!["first", "second", "third", "fourth"]).prop_map(Into::into),
            1 => contents()
        ]
        .boxed(),
        "a\"b\\c" => any::<bool>().prop_map(Into::into).boxed(),
        _ => contents().boxed(),
    }
}

fn entries() -> impl Strategy<Value = Vec<(String, serde_json::Value)>> {
    let entry = names().prop_flat_map(|name| (Just(name.clone()), value_of(&name)));
    let required = (value_of("id"), value_of("type"), any::<Index>(), any::<Index>());
    (vec(entry, 0..6), required).prop_map(|(mut entries, (id, kind, at, tag_at))| {
        let mut seen = BTreeSet::from(["type".to_owned()]);
        entries.retain(|(name, _)| matches!(&**name, "id" | "name" | "tail") || seen.insert(name.clone()));
        entries.insert(at.index(entries.len() + 1), ("id".to_owned(), id));
        entries.insert(tag_at.index(entries.len() + 1), ("type".to_owned(), kind));
        entries
    })
}

/// Writes the object, with white space and escapes picked by `choices`.
fn spell(entries: &[(String, serde_json::Value)], choices: &[u8]) -> String {
    let mut choices = choices.iter().copied().cycle();
    let mut gap =
        |most: u8| [" ", "\n\t", ""].get(usize::from(choices.next().unwrap_or_default() % most)).copied().unwrap_or("");
    let most = if gap(4).is_empty() { 255 } else { 4 };
    let mut text = "{".to_owned();
    for (number, (name, value)) in entries.iter().enumerate() {
        let comma = if number > 0 { "," } else { "" };
        let (before, after, between) = (gap(most), gap(most), gap(most));
        let plain = serde_json::to_string(name).unwrap();
        let quoted = if gap(40) == "\n\t" && name.is_ascii() { escape(name) } else { plain };
        text.extend([comma, before, &quoted, after, ":", between, &value.to_string(), gap(most)]);
    }
    text + "}"
}

/// The string with every character escaped.
fn escape(ascii: &str) -> String {
    let escapes: Vec<String> = ascii.bytes().map(|byte| format!("\\u{byte:04x}")).collect();
    format!("\"{}\"", escapes.concat())
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 4000, max_shrink_iters: 20_000, ..ProptestConfig::default() }
}

/// Whether all problems are duplicate keys of a map, of which `serde_json` keeps the last.
fn repeats_a_key(report: &Report) -> bool {
    report.issues().iter().all(|issue| issue.message().contains("repeats a key that the object already has"))
}

/// Checks that exactly what `serde_json` accepts is accepted, with the same value, except for what only this project
/// coerces.
macro_rules! assert_same {
    ($model:ty, $text:expr) => {{
        let wanted = serde_json::from_str::<$model>($text);
        let strict = connect_runtime::Decoder::new().strict(true).from_str::<$model>($text);
        match (&strict, &wanted) {
            (Ok(found), Ok(wanted)) => prop_assert_eq!(found, wanted, "{}", $text),
            (Err(_), Err(_)) => {}
            (Err(report), Ok(_)) if repeats_a_key(report) => return Ok(()),
            _ => prop_assert!(false, "{}\n{:?}\n{:?}", $text, strict, wanted),
        }
        if let Ok(wanted) = wanted {
            prop_assert_eq!(from_str::<$model>($text).unwrap(), wanted, "{}", $text);
        }
    }};
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn fields_are_found_in_any_order(entries in entries(), choices in vec(any::<u8>(), 1..20)) {
        let text = spell(&entries, &choices);
        assert_same!(Plain, &text);
    }

    #[test]
    fn the_tag_is_found_anywhere_in_the_object(entries in entries(), choices in vec(any::<u8>(), 1..20)) {
        let text = spell(&entries, &choices);
        assert_same!(Internal, &text);
        assert_same!(Adjacent, &text);
    }

    #[test]
    fn flattened_fields_are_found_in_any_order(entries in entries(), choices in vec(any::<u8>(), 1..20)) {
        let text = spell(&entries, &choices);
        assert_same!(Shared, &text);
    }

    #[test]
    fn an_extra_or_missing_character_is_refused_anywhere(
        entries in entries(),
        choices in vec(any::<u8>(), 1..20),
        at in any::<Index>(),
        extra in prop::option::of(prop::sample::select(vec![',', ':', '{', '}', '[', ']', '"', '\\', ' ', '1'])),
    ) {
        let mut text: Vec<char> = spell(&entries, &choices).chars().collect();
        let at = at.index(text.len());
        match extra {
            Some(extra) => text.insert(at, extra),
            None => _ = text.remove(at),
        }
        let text: String = text.into_iter().collect();
        assert_same!(Plain, &text);
        assert_same!(Internal, &text);
        assert_same!(Adjacent, &text);
        assert_same!(Shared, &text);
    }
}
