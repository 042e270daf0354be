//! Untagged enums.

use std::collections::BTreeMap;

use crate::{
    differences::{INTEGRAL_FLOAT, NUMBER_IN_STRING, STRING_FROM_NUMBER, UNTAGGED_DRIFT},
    harness::{Tables, both, differs, err, ok},
};

both! {
    #[serde(untagged)]
    enum Id {
        Number(u32),
        Text(String),
    }

    #[serde(untagged)]
    enum Any {
        Null,
        Bool(bool),
        Integer(i64),
        Float(f64),
        Text(String),
        Pair(u8, u8),
        List(Vec<Any>),
        Point { x: i8, y: i8 },
        Named { name: String },
        Map(BTreeMap<String, Any>),
    }

    #[serde(untagged)]
    enum Found {
        #[serde(rename_all = "camelCase")]
        User { user_id: u8, #[serde(default)] note: String },
        Team { team: Team },
        Both(Team, Option<u8>),
    }

    struct Team {
        #[serde(alias = "title")]
        name: String,
    }

    #[serde(untagged, deny_unknown_fields)]
    enum Denying {
        A { a: u8 },
        Ab { a: u8, b: u8 },
    }

    #[serde(untagged)]
    enum Tagged {
        Event(Event),
        Plain { id: u8 },
    }

    #[serde(tag = "type")]
    enum Event {
        A { a: u8 },
    }

    struct Holder {
        id: Id,
        more: Vec<Id>,
        maybe: Option<Id>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<Id>(&[
        ok("1"),
        ok("\"a\""),
        ok("\"1\""),
        err("null"),
        err("true"),
        err("[]"),
        err("{}"),
        differs("-1", &STRING_FROM_NUMBER),
        differs("1.5", &STRING_FROM_NUMBER),
    ]);
    tables.of::<Any>(&[
        ok("null"),
        ok("true"),
        ok("1"),
        ok("-1"),
        ok("1.5"),
        ok("18446744073709551615"),
        ok("\"\""),
        ok("\"1\""),
        ok("[1,2]"),
        ok("[1]"),
        ok("[1,2,3]"),
        ok("[-1,2]"),
        ok("[]"),
        ok(r#"{"x":1,"y":2}"#),
        differs(r#"{"y":1,"x":2,"z":3}"#, &UNTAGGED_DRIFT),
        ok(r#"{"x":1,"y":200}"#),
        ok(r#"{"x":1}"#),
        ok(r#"{"name":"a"}"#),
        ok(r#"{"name":1}"#),
        ok("{}"),
        ok(r#"{"a":[null,{"b":true}]}"#),
        err("nope"),
        err("[1"),
        differs("1.0", &INTEGRAL_FLOAT),
    ]);
    tables.of::<Found>(&[
        ok(r#"{"userId":1}"#),
        ok(r#"{"userId":1,"note":"a","team":{"name":"b"}}"#),
        ok(r#"{"team":{"title":"b"}}"#),
        ok(r#"[{"name":"a"},null]"#),
        ok(r#"[{"name":"a"},1]"#),
        err(r#"{"user_id":1}"#),
        err(r#"{"team":{}}"#),
        err(r#"[{"name":"a"}]"#),
        err("null"),
        differs(r#"{"userId":"1"}"#, &NUMBER_IN_STRING),
        err(r#"[1,"a"]"#),
    ]);
    tables.of::<Denying>(&[ok(r#"{"a":1}"#), ok(r#"{"a":1,"b":2}"#), err(r#"{"a":1,"b":2,"c":3}"#), err("{}")]);
    tables.of::<Tagged>(&[
        ok(r#"{"type":"A","a":1}"#),
        ok(r#"{"type":"B","id":1}"#),
        ok(r#"{"id":1}"#),
        err(r#"{"type":"A"}"#),
    ]);
    tables.of::<Holder>(&[
        ok(r#"{"id":1,"more":["a",2]}"#),
        ok(r#"{"id":"x","more":[],"maybe":null}"#),
        ok(r#"{"id":"x","more":[],"maybe":"y"}"#),
        err(r#"{"id":null,"more":[]}"#),
        err(r#"{"id":1,"more":[null]}"#),
        err(r#"{"id":1,"more":[],"maybe":{}}"#),
    ]);
}
