//! Adjacently tagged enums.

use crate::{
    differences::{OTHER_DROPS_CONTENT, STRING_FROM_NUMBER, TAG_FROM_ARRAY},
    harness::{Tables, both, differs, err, ok},
};

both! {
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Unit,
        Newtype(String),
        Maybe(Option<u8>),
        Tuple(u8, u8),
        Struct { a: u8, b: Option<u8> },
        Empty {},
        Null(()),
        Nested(Box<Adjacent>),
    }

    #[serde(tag = "t", content = "c", deny_unknown_fields)]
    enum Denying {
        A { a: u8 },
        B,
    }

    #[serde(tag = "kind", content = "data", rename_all = "camelCase")]
    enum WithOther {
        SomeText(String),
        #[serde(other)]
        Unknown,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<Adjacent>(&[
        ok(r#"{"t":"Unit"}"#),
        ok(r#"{"t":"Unit","c":null}"#),
        ok(r#"{"c":null,"t":"Unit"}"#),
        ok(r#"{"t":"Newtype","c":"a"}"#),
        ok(r#"{"c":"a","t":"Newtype"}"#),
        ok(r#"{"x":1,"c":"a","y":[2],"t":"Newtype","z":{}}"#),
        ok(r#"{"t":"Maybe","c":null}"#),
        ok(r#"{"t":"Maybe","c":1}"#),
        ok(r#"{"t":"Tuple","c":[1,2]}"#),
        ok(r#"{"c":[1,2],"t":"Tuple"}"#),
        ok(r#"{"t":"Struct","c":{"a":1}}"#),
        ok(r#"{"c":{"b":2,"a":1,"x":3},"t":"Struct"}"#),
        ok(r#"{"t":"Empty","c":{}}"#),
        ok(r#"{"t":"Null","c":null}"#),
        ok(r#"{"t":"Nested","c":{"c":"a","t":"Newtype"}}"#),
        ok(r#"{"\u0074":"\u0055nit"}"#),
        err(r#"{"t":"Unit","c":1}"#),
        err(r#"{"t":"Unit","c":{}}"#),
        err(r#"{"t":"Newtype"}"#),
        err(r#"{"t":"Newtype","c":null}"#),
        err(r#"{"t":"Newtype","c":["a"]}"#),
        ok(r#"{"t":"Maybe"}"#),
        err(r#"{"t":"Tuple","c":[1]}"#),
        err(r#"{"t":"Tuple"}"#),
        err(r#"{"t":"Struct","c":{}}"#),
        err(r#"{"t":"Struct"}"#),
        err(r#"{"t":"Empty"}"#),
        err(r#"{"t":"Other","c":1}"#),
        err(r#"{"t":null,"c":1}"#),
        err(r#"{"t":1,"c":1}"#),
        err(r#"{"t":"Newtype","c":"a","c":"b"}"#),
        err(r#"{"c":"a"}"#),
        err("{}"),
        err("[]"),
        err("\"Unit\""),
        err("null"),
        differs(r#"{"t":"Newtype","c":1}"#, &STRING_FROM_NUMBER),
        err(r#"{"t":"Struct","c":[1,2]}"#),
        differs(r#"["Newtype","a"]"#, &TAG_FROM_ARRAY),
        err(r#"{"t":"Unit","t":"Unit"}"#),
    ]);
    tables.of::<Denying>(&[
        ok(r#"{"t":"A","c":{"a":1}}"#),
        ok(r#"{"t":"B"}"#),
        err(r#"{"t":"A","c":{"a":1,"b":2}}"#),
        err(r#"{"t":"A","c":{"a":1},"x":1}"#),
        err(r#"{"t":"B","x":1}"#),
    ]);
    tables.of::<WithOther>(&[
        ok(r#"{"kind":"someText","data":"a"}"#),
        ok(r#"{"data":"a","kind":"someText"}"#),
        ok(r#"{"kind":"number"}"#),
        ok(r#"{"kind":"number","data":null}"#),
        differs(r#"{"kind":"number","data":1}"#, &OTHER_DROPS_CONTENT),
        differs(r#"{"data":{"a":1},"kind":"object"}"#, &OTHER_DROPS_CONTENT),
        err(r#"{"kind":"someText"}"#),
        err(r#"{"data":"a"}"#),
    ]);
}
