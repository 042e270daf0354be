//! Newtypes and `transparent`: structs that are read like their single field.

use std::{collections::BTreeMap, marker::PhantomData};

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{check, codes, refuse};

#[derive(ConnectModel, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct UserId(String);

#[derive(ConnectModel, Debug)]
struct Percent(#[connect(range(min = 0, max = 100))] u8);

#[derive(ConnectModel, Debug)]
struct User {
    id: UserId,
    #[connect(rename = "done")]
    percent: Percent,
}

#[test]
fn a_newtype_is_read_like_its_value() {
    check::<User>(&[
        (r#"{"id": "a", "done": 5}"#, r#"User { id: UserId("a"), percent: Percent(5) }"#),
        (
            r#"{"id": 7, "done": "5"}"#,
            r#"User { id: UserId("7"), percent: Percent(5) } ~ coerced at id: 7 ~ coerced at done: "5""#,
        ),
    ]);
    assert_eq!(
        refuse::<User>(r#"{"id": null, "done": 101}"#).to_string(),
        "1:8: id: expected a string, found `null` [wrong_type]\n1:22: done: must be at most 100, is 101 [range]"
    );
}

#[test]
fn a_violated_rule_is_reported_at_the_value_itself() {
    assert_eq!(refuse::<Percent>(" 101").to_string(), "1:2: $: must be at most 100, is 101 [range]");
    assert_eq!(refuse::<Vec<Percent>>("[1, 101]").to_string(), "1:5: [1]: must be at most 100, is 101 [range]");
    assert_eq!(Percent(101).validate().unwrap_err().to_string(), "$: must be at most 100, is 101 [range]");
    let user = User { id: UserId(String::new()), percent: Percent(200) };
    assert_eq!(user.validate().unwrap_err().to_string(), "done: must be at most 100, is 200 [range]");
}

#[derive(ConnectModel, Debug)]
struct Maybe(Option<u8>);

#[derive(ConnectModel, Debug)]
struct Fields {
    maybe: Maybe,
    nested: Option<Maybe>,
    unit: Option<UserId>,
}

#[test]
fn the_inner_type_decides_whether_a_newtype_may_be_absent() {
    check::<Fields>(&[
        ("{}", "Fields { maybe: Maybe(None), nested: None, unit: None }"),
        (
            r#"{"maybe": 1, "nested": null, "unit": null}"#,
            "Fields { maybe: Maybe(Some(1)), nested: Some(Maybe(None)), unit: None }",
        ),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(transparent)]
struct Tagged<T> {
    #[connect(strict)]
    value: String,
    marker: PhantomData<T>,
    #[connect(skip, default = 7)]
    seen: u32,
}

#[derive(ConnectModel, Debug)]
#[serde(transparent)]
struct Wrapped(#[serde(skip)] (), Vec<u8>);

#[test]
fn transparent_reads_exactly_one_field() {
    struct Unread;
    let read: Tagged<Unread> = from_str(r#""a""#).unwrap();
    assert_eq!((read.value.as_str(), read.seen), ("a", 7));
    assert_eq!(codes(&from_str::<Tagged<Unread>>("5").err().unwrap()), "! wrong_type");
    check::<Wrapped>(&[("[1, 2]", "Wrapped((), [1, 2])")]);
}

#[derive(ConnectModel, Debug)]
struct Even(#[connect(custom = even)] u32);

fn even(number: &u32) -> Result<(), &'static str> {
    if number.is_multiple_of(2) { Ok(()) } else { Err("is odd") }
}

#[derive(ConnectModel, Debug)]
#[connect(check = not_empty)]
struct Names(Vec<String>);

fn not_empty(names: &Names) -> Result<(), connect_runtime::Rejection> {
    if names.0.is_empty() { Err(connect_runtime::Rejection::new("has no names").code("empty")) } else { Ok(()) }
}

#[test]
fn custom_rules_and_checks_run() {
    check::<Even>(&[("2", "Even(2)"), ("3", "! custom")]);
    check::<Names>(&[(r#"["a"]"#, r#"Names(["a"])"#), ("[]", "! empty"), ("[{}]", "! wrong_type")]);
    assert_eq!(Names(vec![]).validate().unwrap_err().to_string(), "$: has no names [empty]");
}

#[derive(ConnectModel, Debug)]
struct Item {
    #[connect(length(min = 1))]
    name: String,
}

#[derive(ConnectModel, Debug)]
struct ById(BTreeMap<UserId, Item>);

#[test]
fn as_a_map_key_a_newtype_is_spelled_like_its_value() {
    check::<ById>(&[(r#"{"a": {"name": "x"}}"#, r#"ById({UserId("a"): Item { name: "x" }})"#)]);
    assert_eq!(
        refuse::<ById>(r#"{"a": {"name": ""}}"#).to_string(),
        "1:16: a.name: must be at least 1 character long, is 0 [length]"
    );
    let built = ById(BTreeMap::from([(UserId("b".to_owned()), Item { name: String::new() })]));
    assert_eq!(built.validate().unwrap_err().to_string(), "b.name: must be at least 1 character long, is 0 [length]");
}

#[derive(ConnectModel, Debug)]
struct Borrowed<'a>(&'a str);

#[derive(ConnectModel, Debug)]
struct Generic<T>(Vec<T>);

#[test]
fn newtypes_may_borrow_and_be_generic() {
    assert_eq!(from_str::<Borrowed<'_>>(r#""a""#).unwrap().0, "a");
    check::<Generic<Percent>>(&[("[1, 2]", "Generic([Percent(1), Percent(2)])"), ("[1, 101]", "! range")]);
}

#[test]
fn serde_reads_newtypes_too() {
    assert_eq!(serde_json::from_str::<UserId>("7").unwrap(), UserId("7".to_owned()));
    assert_eq!(
        serde_json::from_str::<Percent>("101").unwrap_err().to_string(),
        "$: must be at most 100, is 101 [range]"
    );
}
