//! `serde`: the type's own `Deserialize` reads the value.

#![allow(dead_code, reason = "fields are looked at through `Debug`")]

use std::{borrow::Cow, collections::BTreeMap};

use connect_runtime::ConnectModel;
use connect_tests::{accept, check, refuse};
use serde::Deserialize;

#[derive(Debug, Deserialize, PartialEq, Default)]
#[serde(rename_all = "camelCase")]
struct Foreign {
    first_name: String,
    #[serde(default)]
    age: u8,
}

#[derive(ConnectModel, Debug)]
struct Holder {
    #[connect(serde)]
    one: Foreign,
    #[connect(serde)]
    maybe: Option<Foreign>,
    #[connect(serde, default, length(max = 1))]
    many: Vec<Foreign>,
}

#[test]
fn serde_reads_the_value_from_its_exact_text() {
    check::<Holder>(&[
        (
            r#"{"one": {"firstName": "a"}, "many": [{"age": 3, "firstName": "b"}]}"#,
            r#"Holder { one: Foreign { first_name: "a", age: 0 }, maybe: None, many: [Foreign { first_name: "b", age: 3 }] }"#,
        ),
        (
            r#"{"one": {"firstName": "a"}, "maybe": null}"#,
            r#"Holder { one: Foreign { first_name: "a", age: 0 }, maybe: None, many: [] }"#,
        ),
        (r#"{"one": {"firstName": "a"}, "many": [{"firstName": "b"}, {"firstName": "c"}]}"#, "! length"),
        (r#"{"one": {"firstName": "a"}, "one": {}}"#, "! duplicate_field"),
        (r#"{"one": {"firstName": }}"#, "! syntax"),
        ("{}", "! missing_field"),
    ]);
}

#[test]
fn serdes_error_is_reported_at_the_field_without_its_own_line() {
    assert_eq!(
        refuse::<Holder>("{\"one\": {\n\"firstName\": 5},\n \"maybe\": {\"firstName\": \"a\", \"age\": 300}}")
            .to_string(),
        "1:9: one: invalid type: integer `5`, expected a string [invalid_value]\n\
         3:11: maybe: invalid value: integer `300`, expected u8 [invalid_value]"
    );
}

#[derive(ConnectModel, Debug)]
struct Borrowing<'a> {
    #[connect(serde)]
    text: &'a str,
    #[connect(serde)]
    list: Vec<Cow<'a, str>>,
    #[connect(serde, sensitive)]
    secret: Option<u8>,
}

#[test]
fn serde_fields_may_borrow_and_be_sensitive() {
    let read: Borrowing<'_> = accept(r#"{"text": "a", "list": ["b"]}"#);
    assert_eq!((read.text, read.list.len(), read.secret), ("a", 1, None));
    assert_eq!(
        refuse::<Borrowing<'_>>(r#"{"text": "a", "list": [], "secret": "hunter2"}"#).to_string(),
        "1:37: secret: a string is not valid [invalid_value]"
    );
}

#[derive(ConnectModel, Debug)]
struct Wrapper(#[connect(serde)] BTreeMap<String, Foreign>);

#[derive(ConnectModel, Debug)]
#[connect(tag = "t", content = "c")]
enum Tagged {
    Person(#[connect(serde)] Foreign),
    Pair(u8, #[connect(serde)] Foreign),
}

#[test]
fn newtypes_and_variants_support_it_too() {
    check::<Wrapper>(&[(r#"{"a": {"firstName": "x"}}"#, r#"Wrapper({"a": Foreign { first_name: "x", age: 0 }})"#)]);
    check::<Vec<Tagged>>(&[(
        r#"[{"t": "Person", "c": {"firstName": "x"}}, {"t": "Pair", "c": ["1", {"firstName": "y"}]}]"#,
        r#"[Person(Foreign { first_name: "x", age: 0 }), Pair(1, Foreign { first_name: "y", age: 0 })] ~ coerced at [1].c[0]: "1""#,
    )]);
}
