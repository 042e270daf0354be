//! Generic models: bounds are inferred from the fields that are read.

use std::{collections::HashMap, fmt::Debug, marker::PhantomData};

use connect_runtime::{ConnectModel, Decode, DecodeOwned, Report, from_str};
use connect_tests::{accept, check};
use serde::Deserialize;

#[derive(ConnectModel, Debug)]
struct Page<T, C = String> {
    items: Vec<T>,
    next: Option<C>,
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "status", rename_all = "lowercase")]
enum Answer<T, E> {
    Ok { data: T },
    Failed(Failure<E>),
    Pending,
}

#[derive(ConnectModel, Debug)]
struct Failure<E> {
    error: E,
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum OneOf<A, B> {
    First(A),
    Second(B),
}

#[derive(ConnectModel, Debug)]
enum External<T> {
    None,
    Some(T),
    Pair(T, T),
    Named { value: T },
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "t", content = "c")]
enum Adjacent<T> {
    None,
    Some(T),
}

#[test]
fn type_parameters_are_read_wherever_they_occur() {
    check::<Page<u8>>(&[(
        r#"{"items": ["1"], "next": 2}"#,
        r#"Page { items: [1], next: Some("2") } ~ coerced at items[0]: "1" ~ coerced at next: 2"#,
    )]);
    check::<Answer<Page<bool, u8>, String>>(&[
        (r#"{"data": {"items": [true]}, "status": "ok"}"#, "Ok { data: Page { items: [true], next: None } }"),
        (r#"{"status": "failed", "error": "e"}"#, r#"Failed(Failure { error: "e" })"#),
        (r#"{"status": "pending"}"#, "Pending"),
    ]);
    check::<Vec<OneOf<u8, Vec<u8>>>>(&[("[1, [2]]", "[First(1), Second([2])]")]);
    check::<Vec<External<u8>>>(&[(
        r#"["None", {"Some": 1}, {"Pair": [1, 2]}, {"Named": {"value": 3}}]"#,
        "[None, Some(1), Pair(1, 2), Named { value: 3 }]",
    )]);
    check::<Vec<Adjacent<u8>>>(&[(r#"[{"t": "None"}, {"t": "Some", "c": 1}]"#, "[None, Some(1)]")]);
}

#[test]
fn a_type_parameter_that_is_an_option_may_be_absent() {
    #[derive(ConnectModel, Debug)]
    struct Holder<T> {
        value: T,
    }
    check::<Holder<Option<u8>>>(&[("{}", "Holder { value: None }")]);
    check::<Holder<u8>>(&[("{}", "! missing_field")]);
    check::<Adjacent<Option<u8>>>(&[(r#"{"t": "Some"}"#, "Some(None)")]);
}

#[derive(ConnectModel, Debug)]
struct Bounded<'a, K, V: Debug, const N: usize>
where
    K: std::hash::Hash + Eq,
{
    map: HashMap<K, V>,
    array: [V; N],
    text: &'a str,
    marker: PhantomData<fn() -> Unread>,
}

struct Unread;

#[derive(ConnectModel)]
enum Lifetimes<'a, 'b: 'a, T> {
    Pair(&'a str, &'b str),
    Named { inner: Vec<&'b str>, value: T },
    Marker(PhantomData<&'a T>),
}

#[test]
fn user_bounds_lifetimes_and_const_parameters_are_kept() {
    let bounded: Bounded<'_, u8, i8, 2> = accept(r#"{"map": {"1": -1}, "array": [1, 2], "text": "t"}"#);
    assert_eq!((bounded.map[&1], bounded.array, bounded.text), (-1, [1, 2], "t"));
    let read: Lifetimes<'_, '_, u8> = accept(r#"{"Named": {"inner": ["a"], "value": 1}}"#);
    assert!(matches!(read, Lifetimes::Named { inner, value: 1 } if inner == ["a"]));
    assert!(matches!(accept(r#"{"Pair": ["a", "b"]}"#), Lifetimes::<u8>::Pair("a", "b")));
    assert!(matches!(accept(r#"{"Marker": null}"#), Lifetimes::<u8>::Marker(_)));
}

fn decode_all<T: DecodeOwned>(text: &str) -> Result<Page<T>, Report> {
    from_str(text)
}

fn decode_borrowed<'de, T: Decode<'de>>(text: &'de str) -> Result<Answer<T, ()>, Report> {
    from_str(text)
}

#[test]
fn generic_functions_need_only_a_decode_bound() {
    assert_eq!(decode_all::<u8>(r#"{"items": [1]}"#).unwrap().items, [1]);
    assert!(matches!(decode_borrowed::<&str>(r#"{"status": "ok", "data": "a"}"#), Ok(Answer::Ok { data: "a" })));
}

#[test]
fn generic_models_implement_deserialize() {
    let page: Page<External<u8>> = serde_json::from_str(r#"{"items": ["None"], "next": null}"#).unwrap();
    assert_eq!(format!("{page:?}"), "Page { items: [None], next: None }");
}

#[derive(ConnectModel, Debug, Deserialize)]
#[connect(no_deserialize)]
struct OwnDefaults<A, B, C, D> {
    #[serde(default)]
    a: A,
    #[connect(default)]
    #[serde(default)]
    b: (Box<B>, u8),
    #[serde(skip)]
    c: C,
    #[connect(skip)]
    #[serde(skip)]
    d: PhantomData<D>,
}

#[derive(ConnectModel, Debug)]
enum Variants<A, B, C> {
    Named {
        #[connect(default)]
        a: A,
        #[connect(skip)]
        b: B,
    },
    Lenient(#[connect(fallback)] C),
}

/// Neither can be read, nor has it a `Default`.
#[derive(Debug)]
struct Opaque;

#[test]
fn default_is_inferred_for_parameters_without_a_value() {
    let shown = "OwnDefaults { a: 0, b: (0, 0), c: 0, d: PhantomData<generics::Opaque> }";
    check::<OwnDefaults<u8, i8, usize, Opaque>>(&[("{}", shown)]);
    let by_serde: OwnDefaults<u8, i8, usize, Opaque> = serde_json::from_str("{}").unwrap();
    assert_eq!((format!("{by_serde:?}").as_str(), by_serde.c), (shown, 0));
    assert!(matches!(accept(r#"{"Named": {}}"#), Variants::<u8, usize, bool>::Named { a: 0, b: 0 }));
    assert!(matches!(from_str(r#"{"Lenient": 7}"#), Ok(Variants::<u8, u8, bool>::Lenient(false))));
}

#[derive(ConnectModel, Debug)]
struct EmptyDefaults<T> {
    #[connect(default)]
    items: Vec<T>,
    #[connect(default = None)]
    first: Option<T>,
}

/// Can be read, but has no `Default`.
#[derive(ConnectModel, Debug)]
struct Digit(#[connect(range(max = 9))] u8);

#[test]
fn a_parameter_that_no_default_is_made_of_needs_none() {
    check::<EmptyDefaults<Digit>>(&[
        ("{}", "EmptyDefaults { items: [], first: None }"),
        (r#"{"items": [1]}"#, "EmptyDefaults { items: [Digit(1)], first: None }"),
    ]);
}

#[derive(ConnectModel, Debug, Default, Deserialize)]
#[connect(no_deserialize)]
#[serde(default)]
struct WholeDefault<A, B> {
    a: A,
    #[serde(skip)]
    b: B,
}

#[derive(ConnectModel, Debug, Default)]
#[connect(default)]
struct PairDefault<A, B>(A, B);

#[test]
fn a_generic_struct_with_a_default_needs_no_bound() {
    check::<WholeDefault<u8, i8>>(&[
        ("{}", "WholeDefault { a: 0, b: 0 }"),
        (r#"{"a": 1}"#, "WholeDefault { a: 1, b: 0 }"),
    ]);
    assert_eq!(serde_json::from_str::<WholeDefault<u8, i8>>("{}").unwrap().a, 0);
    check::<PairDefault<u8, bool>>(&[("[]", "PairDefault(0, false)"), ("[1]", "PairDefault(1, false)")]);
}
