//! `with` on an `Option`, `each(with = ..)` for items and values of maps, and `keys(with = ..)`.

#![allow(dead_code, reason = "fields are looked at through `Debug`")]

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use connect_runtime::{ConnectModel, Decoder, with};
use connect_tests::{check, check_with, refuse};
use jiff::Timestamp;

/// Not a model, so nothing but a module can read it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Cents(i64);

mod cents {
    use super::Cents;

    pub(crate) fn decode(json: &str) -> Result<Cents, String> {
        let text = json.trim_matches('"');
        text.parse().map(Cents).map_err(|_| format!("expected cents, found {json}"))
    }
}

mod maybe_cents {
    use super::Cents;

    pub(crate) fn decode(json: &str) -> Result<Option<Cents>, String> {
        if json == "null" { Ok(Some(Cents(-1))) } else { super::cents::decode(json).map(Some) }
    }
}

mod parsed {
    use std::str::FromStr;

    pub(crate) fn decode<T: FromStr>(json: &str) -> Result<T, &'static str> {
        json.trim_matches('"').parse().map_err(|_| "can't be parsed")
    }
}

#[derive(ConnectModel, Debug)]
struct Optional {
    #[connect(with = cents)]
    inner: Option<Cents>,
    #[connect(with = maybe_cents)]
    whole: Option<Cents>,
    #[connect(with = parsed)]
    generic: Option<u8>,
    #[connect(with = with::unix_seconds)]
    at: Option<Timestamp>,
    #[connect(with = with::csv)]
    list: Option<Vec<u8>>,
}

#[test]
fn the_function_may_give_what_is_in_the_option_or_the_option() {
    check::<Optional>(&[
        ("{}", "Optional { inner: None, whole: None, generic: None, at: None, list: None }"),
        (
            r#"{"inner": null, "whole": null, "generic": null, "at": null, "list": null}"#,
            "Optional { inner: None, whole: Some(Cents(-1)), generic: None, at: None, list: None }",
        ),
        (
            r#"{"inner": 1, "whole": 2, "generic": "3", "at": 4, "list": "5"}"#,
            "Optional { inner: Some(Cents(1)), whole: Some(Cents(2)), generic: Some(3), at: Some(1970-01-01T00:00:04Z), list: Some([5]) }",
        ),
    ]);
    assert_eq!(
        refuse::<Optional>(r#"{"inner": "x", "generic": 300}"#).to_string(),
        "1:11: inner: expected cents, found \"x\" [invalid_value]\n1:27: generic: can't be parsed [invalid_value]"
    );
}

#[derive(ConnectModel, Debug)]
struct Lists {
    #[connect(each(with = cents), default)]
    vec: Vec<Cents>,
    #[connect(each(with = cents), default)]
    deque: VecDeque<Cents>,
    #[connect(each(with = cents), default)]
    set: BTreeSet<Cents>,
    #[connect(each(with = cents))]
    array: Option<[Cents; 2]>,
    #[connect(each(with = cents), default)]
    map: BTreeMap<String, Cents>,
    #[connect(each(each(with = cents)), default)]
    nested: Vec<BTreeMap<u8, Cents>>,
    #[connect(each(with = cents), default)]
    gaps: Vec<Option<Cents>>,
}

#[test]
fn items_and_values_are_converted_in_every_collection() {
    let rows = [
        (r#"{"vec": [1, "2"]}"#, "vec: [Cents(1), Cents(2)]"),
        (r#"{"deque": [1]}"#, "deque: [Cents(1)]"),
        (r#"{"set": [2, 1, 2]}"#, "set: {Cents(1), Cents(2)}"),
        (r#"{"array": [1, 2]}"#, "array: Some([Cents(1), Cents(2)])"),
        (r#"{"array": null}"#, "array: None"),
        (r#"{"map": {"a": 1}}"#, r#"map: {"a": Cents(1)}"#),
        (r#"{"nested": [{"7": 1}, {}]}"#, "nested: [{7: Cents(1)}, {}]"),
        (r#"{"gaps": [null, 1]}"#, "gaps: [None, Some(Cents(1))]"),
    ];
    for (json, wanted) in rows {
        let lists = format!("{:?}", connect_runtime::from_str::<Lists>(json).unwrap());
        assert!(lists.contains(wanted), "{lists}");
    }
}

#[test]
fn a_problem_is_at_the_item_or_value() {
    let json = r#"{"vec": [1, {}], "set": ["x"], "array": [1], "map": {"a": [], "b": true}, "nested": [{"7": []}], "deque": 5}"#;
    assert_eq!(
        refuse::<Lists>(json).to_string(),
        "1:13: vec[1]: expected cents, found {} [invalid_value]\n\
         1:26: set[0]: expected cents, found \"x\" [invalid_value]\n\
         1:41: array: expected an array of 2 items, found 1 [wrong_length]\n\
         1:59: map.a: expected cents, found [] [invalid_value]\n\
         1:68: map.b: expected cents, found true [invalid_value]\n\
         1:92: nested[0][\"7\"]: expected cents, found [] [invalid_value]\n\
         1:107: deque: expected an array, found the number `5` [wrong_type]"
    );
}

fn is_positive(cents: &Cents) -> Result<(), &'static str> {
    if cents.0 > 0 { Ok(()) } else { Err("is not positive") }
}

#[derive(ConnectModel, Debug)]
struct Together {
    #[connect(each(with = cents, custom = is_positive), one_or_many, skip_invalid, default)]
    skipped: Vec<Cents>,
    #[connect(each(with = cents, custom = is_positive), length(max = 2), one_or_many, empty_as_none)]
    one: Option<Vec<Cents>>,
    #[connect(each(with = cents, custom = is_positive), fallback, null_as_default)]
    replaced: Vec<Cents>,
    #[connect(each(with = cents), skip_invalid, sensitive, default)]
    map: HashMap<String, Cents>,
}

#[test]
fn converted_items_go_together_with_all_that_reads_a_collection() {
    check::<Together>(&[
        (
            r#"{"skipped": ["x", 1, -1], "one": 5, "replaced": null, "map": {"a": [], "b": 2}}"#,
            concat!(
                r#"Together { skipped: [Cents(1)], one: Some([Cents(5)]), replaced: [], map: {"b": Cents(2)} } "#,
                r#"~ skipped at skipped[0]: "x" ~ skipped at skipped[2]: -1 ~ null_defaulted at replaced: null "#,
                "~ skipped at map.a: "
            ),
        ),
        (
            r#"{"skipped": "x", "one": "", "replaced": [1, -1]}"#,
            concat!(
                r#"Together { skipped: [], one: None, replaced: [], map: {} } "#,
                r#"~ skipped at skipped: "x" ~ replaced at replaced: [1, -1]"#
            ),
        ),
        (r#"{"one": [1, -1], "replaced": []}"#, "! custom"),
        (r#"{"one": [1, 1, 1], "replaced": []}"#, "! length"),
        (r#"{"one": null}"#, "! missing_field"),
    ]);
    assert_eq!(
        refuse::<Together>(r#"{"one": [1, -1], "replaced": []}"#).to_string(),
        "1:13: one[1]: is not positive [custom]"
    );
}

mod upper {
    pub(crate) fn decode(json: &str) -> Result<String, &'static str> {
        let key = json.trim_matches('"');
        if key.is_empty() { Err("is empty") } else { Ok(key.to_uppercase()) }
    }
}

#[derive(ConnectModel, Debug)]
struct Keys {
    #[connect(keys(with = upper), default)]
    plain: BTreeMap<String, u8>,
    #[connect(keys(with = cents), each(with = cents), skip_invalid)]
    both: Option<BTreeMap<Cents, Cents>>,
    #[connect(each(keys(with = upper)), default)]
    nested: Vec<BTreeMap<String, u8>>,
    #[connect(keys(with = with::unix_seconds), default)]
    times: BTreeMap<Timestamp, u8>,
}

#[test]
fn keys_are_converted_and_a_problem_is_at_the_key() {
    check::<Keys>(&[
        (
            r#"{"plain": {"a": 1}, "both": {"2": 3, "4": "x"}, "nested": [{"b": 5}], "times": {"6": 7}}"#,
            concat!(
                r#"Keys { plain: {"A": 1}, both: Some({Cents(2): Cents(3)}), nested: [{"B": 5}], times: {1970-01-01T00:00:06Z: 7} } "#,
                r#"~ skipped at both["4"]: "x""#
            ),
        ),
        (r#"{"plain": {"a": 1, "A": 2}}"#, "! duplicate_field"),
    ]);
    assert_eq!(
        refuse::<Keys>(r#"{"plain": {"": 1, "b": "x"}, "both": {"y": 1}, "nested": [{"": 1}]}"#).to_string(),
        "1:12: plain[\"\"]: is empty [invalid_value]\n\
         1:24: plain.b: expected an integer, found the string `\"x\"` [invalid_number]\n\
         1:39: both.y: expected cents, found \"y\" [invalid_value]\n\
         1:60: nested[0][\"\"]: is empty [invalid_value]"
    );
}

#[test]
fn what_a_module_coerces_is_drift_at_the_item_and_refused_by_strict() {
    #[derive(ConnectModel, Debug)]
    struct Times {
        #[connect(each(with = with::unix_seconds))]
        at: Vec<Timestamp>,
    }
    check::<Times>(&[(
        r#"{"at": [1, "2"]}"#,
        r#"Times { at: [1970-01-01T00:00:01Z, 1970-01-01T00:00:02Z] } ~ coerced at at[1]: "2""#,
    )]);
    check_with::<Times>(&Decoder::new().strict(true), &[(r#"{"at": ["2"]}"#, "! wrong_type")]);
}

#[derive(ConnectModel, Debug)]
struct Generic<K: Ord, V> {
    #[connect(each(with = parsed))]
    items: BTreeMap<K, u8>,
    #[connect(keys(with = parsed))]
    keys: BTreeMap<u8, V>,
}

#[derive(ConnectModel, Debug)]
struct Wrapped(#[connect(each(with = cents))] Vec<Cents>);

#[test]
fn parameters_are_read_where_no_module_is_and_newtypes_work() {
    check::<Generic<String, bool>>(&[(
        r#"{"items": {"a": "1"}, "keys": {"2": true}}"#,
        r#"Generic { items: {"a": 1}, keys: {2: true} }"#,
    )]);
    check::<Wrapped>(&[("[1]", "Wrapped([Cents(1)])"), ("null", "! wrong_type")]);
}
