//! Objects as maps, and what their keys may be.

use std::collections::{BTreeMap, HashMap};

use crate::{
    differences::{DUPLICATE_MAP_KEY, ESCAPED_KEY, INTEGRAL_FLOAT, NUMBER_IN_STRING},
    harness::{Tables, both, differs, err, ok},
};

both! {
    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    #[serde(rename_all = "kebab-case")]
    enum Color {
        DarkRed,
        Blue,
    }

    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    struct Id(u16);

    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    #[serde(transparent)]
    struct Name {
        name: String,
    }

    struct Maps {
        by_name: BTreeMap<String, u8>,
        #[serde(default)]
        nested: BTreeMap<String, BTreeMap<u8, Option<bool>>>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<BTreeMap<String, u8>>(&[
        ok("{}"),
        ok("{ }"),
        ok(r#"{"a":1}"#),
        ok(r#"{"b":1,"a":2}"#),
        ok(r#"{"":1}"#),
        ok(r#"{"\u0061":1}"#),
        ok(r#" { "a" : 1 , "b" : 2 } "#),
        ok(r#"{"a.b":1,"a b":2,"é":3}"#),
        err(r#"{"a":1,}"#),
        err(r#"{,"a":1}"#),
        err(r#"{"a"}"#),
        err(r#"{"a":}"#),
        err(r#"{"a" 1}"#),
        err(r#"{"a"::1}"#),
        err(r#"{a:1}"#),
        err(r#"{'a':1}"#),
        err(r#"{1:1}"#),
        err(r#"{null:1}"#),
        err(r#"{"a":1"#),
        err(r#"{"a":1]"#),
        err(r#"{"a":1}}"#),
        err(r#"{"a":null}"#),
        err(r#"{"a":256}"#),
        err("[]"),
        err(r#"[["a",1]]"#),
        err("null"),
        err("\"\""),
        differs(r#"{"a":1,"a":2}"#, &DUPLICATE_MAP_KEY),
        differs(r#"{"a":1,"\u0061":2}"#, &DUPLICATE_MAP_KEY),
        differs(r#"{"a":"1"}"#, &NUMBER_IN_STRING),
    ]);
    tables.of::<HashMap<String, Option<bool>>>(&[ok(r#"{"a":null}"#), err(r#"{"a":0}"#)]);
    tables.of::<BTreeMap<u8, u8>>(&[
        ok(r#"{"1":2,"255":0}"#),
        err(r#"{"256":1}"#),
        err(r#"{"-1":1}"#),
        err(r#"{"a":1}"#),
        err(r#"{"":1}"#),
        err(r#"{" 1":1}"#),
        err(r#"{"01":1}"#),
        err(r#"{"+1":1}"#),
        err(r#"{1:1}"#),
        differs(r#"{"\u0031":1}"#, &ESCAPED_KEY),
        differs(r#"{"1.0":1}"#, &INTEGRAL_FLOAT),
        differs(r#"{"1e0":1}"#, &INTEGRAL_FLOAT),
        differs(r#"{"-0":1}"#, &INTEGRAL_FLOAT),
        err(r#"{"1.5":1}"#),
        err(r#"{"1":1,"1.0":2}"#),
    ]);
    tables.of::<BTreeMap<i64, bool>>(&[ok(r#"{"-9223372036854775808":true}"#), err(r#"{"9223372036854775808":true}"#)]);
    tables.of::<BTreeMap<u128, u8>>(&[ok(r#"{"340282366920938463463374607431768211455":1}"#)]);
    tables.of::<BTreeMap<bool, u8>>(&[
        ok(r#"{"true":1,"false":0}"#),
        err(r#"{"1":1}"#),
        err(r#"{"True":1}"#),
        differs(r#"{"\u0074rue":1}"#, &ESCAPED_KEY),
    ]);
    tables.of::<BTreeMap<char, u8>>(&[ok(r#"{"a":1,"é":2}"#), err(r#"{"ab":1}"#), err(r#"{"":1}"#)]);
    tables.of::<BTreeMap<Option<u8>, u8>>(&[ok(r#"{"1":1}"#)]);
    tables.of::<BTreeMap<Color, u8>>(&[ok(r#"{"dark-red":1,"blue":2}"#), err(r#"{"DarkRed":1}"#), err(r#"{"red":1}"#)]);
    tables.of::<BTreeMap<Id, u8>>(&[ok(r#"{"1":2}"#), err(r#"{"x":2}"#), err(r#"{"65536":2}"#)]);
    tables.of::<BTreeMap<Name, u8>>(&[ok(r#"{"x":2}"#), ok("{}"), err("[]")]);
    tables.of::<BTreeMap<String, Vec<Color>>>(&[ok(r#"{"x":["blue"],"y":[]}"#), err(r#"{"x":"blue"}"#)]);
    tables.of::<Maps>(&[
        ok(r#"{"by_name":{}}"#),
        ok(r#"{"nested":{"a":{"1":null,"2":true},"b":{}},"by_name":{"x":1}}"#),
        err(r#"{"by_name":[]}"#),
        err(r#"{"nested":{"a":{"x":true}},"by_name":{}}"#),
        err(r#"{"nested":{"a":null},"by_name":{}}"#),
    ]);
}
