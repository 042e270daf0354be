//! Models that borrow from the input.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    differences::STRING_FROM_NUMBER,
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Borrowed<'a> {
        text: &'a str,
        maybe: Option<&'a str>,
    }

    struct Attributed<'a> {
        #[serde(borrow)]
        text: Cow<'a, str>,
        #[serde(borrow, default)]
        list: Vec<&'a str>,
    }

    struct Owned<'a> {
        text: Cow<'a, str>,
    }

    struct Nested<'a> {
        #[serde(borrow)]
        inner: Borrowed<'a>,
        #[serde(borrow)]
        event: Event<'a>,
    }

    #[serde(tag = "type")]
    enum Event<'a> {
        Named { name: Cow<'a, str> },
        Nothing,
    }

    struct Newtype<'a>(&'a str);

    #[serde(untagged)]
    enum Untagged<'a> {
        Text(&'a str),
        Number(u8),
    }
}

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<Borrowed<'_>>(&[
        ok(r#"{"text":"a"}"#),
        ok(r#"{"maybe":"b","text":""}"#),
        ok(r#"{"maybe":null,"text":"é"}"#),
        err(r#"{"text":"\n"}"#),
        err(r#"{"text":"a","maybe":"\u0061"}"#),
        err(r#"{"text":null}"#),
        differs(r#"{"text":5}"#, &STRING_FROM_NUMBER),
    ]);
    tables.of::<Attributed<'_>>(&[
        ok(r#"{"text":"a"}"#),
        ok(r#"{"text":"\n","list":["a","b"]}"#),
        err(r#"{"text":"a","list":["\n"]}"#),
        err(r#"{"text":null}"#),
    ]);
    tables.of::<Owned<'_>>(&[ok(r#"{"text":"a"}"#), ok(r#"{"text":"\u0061"}"#), err("{}")]);
    tables.of::<Nested<'_>>(&[
        ok(r#"{"inner":{"text":"a"},"event":{"type":"Nothing"}}"#),
        ok(r#"{"event":{"name":"\n","type":"Named"},"inner":{"text":"a","maybe":"b"}}"#),
        err(r#"{"inner":{"text":"\n"},"event":{"type":"Nothing"}}"#),
        err(r#"{"inner":{"text":"a"},"event":{"type":"Named"}}"#),
    ]);
    tables.of::<Newtype<'_>>(&[ok(r#""a""#), err(r#""\t""#), err("null")]);
    tables.of::<Untagged<'_>>(&[ok(r#""a""#), ok("1"), err("null"), err("[]")]);
    tables.of::<BTreeMap<&str, &str>>(&[ok(r#"{"a":"b"}"#), err(r#"{"\u0061":"b"}"#), err(r#"{"a":"\n"}"#)]);
    tables.of::<Vec<Cow<'_, str>>>(&[ok(r#"["a","\n"]"#), err("[null]")]);
}
