//! `flatten`: structs, maps and options, and nested ones.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    differences::{
        BUFFERED_I128, BUFFERED_NUMBER_KEY, DENY_WITH_MAP, DUPLICATE_MAP_KEY, FLATTENED_MAP_FIRST, FLATTENED_OPTION,
        NUMBER_IN_STRING, SAME_VALUE_AGAIN,
    },
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Page {
        items: Vec<u8>,
        #[serde(flatten)]
        paging: Paging,
    }

    #[serde(rename_all = "camelCase")]
    struct Paging {
        next_page: Option<u8>,
        #[serde(alias = "count")]
        total: u8,
    }

    struct Rest {
        id: u8,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }

    struct Numbers {
        id: u8,
        #[serde(flatten)]
        numbers: BTreeMap<String, u8>,
    }

    struct MaybePaging {
        id: u8,
        #[serde(flatten)]
        paging: Option<Required>,
    }

    struct Required {
        a: u8,
        b: u8,
    }

    struct Deep {
        #[serde(flatten)]
        middle: Middle,
        z: u8,
    }

    struct Middle {
        y: u8,
        #[serde(flatten)]
        inner: Required,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }

    #[serde(deny_unknown_fields)]
    struct Denying {
        id: u8,
        #[serde(flatten)]
        more: Required,
    }

    struct Defaulted {
        id: u8,
        #[serde(flatten, default)]
        more: Settings,
    }

    #[serde(default)]
    #[derive(Default)]
    struct Settings {
        depth: u8,
        label: Option<String>,
    }

    struct Wide {
        #[serde(flatten)]
        inner: WideInner,
    }

    struct WideInner {
        n: u128,
    }

    struct RestFirst {
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
        #[serde(flatten)]
        required: Required,
        id: u8,
    }

    #[serde(deny_unknown_fields)]
    struct DenyingMap {
        id: u8,
        #[serde(flatten)]
        rest: BTreeMap<String, u8>,
    }

    struct NumberKeys {
        #[serde(flatten)]
        by_number: BTreeMap<u8, u8>,
    }

    struct WithValue {
        a: u8,
        #[serde(flatten)]
        rest: Value,
    }

    struct Boxed {
        #[serde(flatten)]
        inner: Box<Required>,
        #[serde(alias = "sea")]
        c: u8,
    }

    enum InVariant {
        A {
            id: u8,
            #[serde(flatten)]
            more: Required,
        },
    }
}

pub(crate) fn run(tables: &mut Tables) {
    structs(tables);
    maps(tables);
    maps_beside_others(tables);
    options(tables);
}

fn structs(tables: &mut Tables) {
    tables.of::<Page>(&[
        ok(r#"{"items":[1],"total":1}"#),
        ok(r#"{"nextPage":2,"items":[],"count":1}"#),
        ok(r#"{"total":1,"items":[],"x":[1,{"total":2}]}"#),
        ok(r#"{"nextPage":null,"total":1,"items":[]}"#),
        err(r#"{"items":[]}"#),
        err(r#"{"total":1}"#),
        err(r#"{"items":[],"paging":{"total":1}}"#),
        err(r#"{"items":[],"total":1,"total":2}"#),
        err(r#"{"items":[],"total":1,"count":2}"#),
        differs(r#"{"items":[],"items":[],"total":1}"#, &SAME_VALUE_AGAIN),
        err(r#"{"items":[],"total":null}"#),
        err("[[],1]"),
        err("null"),
        differs(r#"{"items":[],"total":"1"}"#, &NUMBER_IN_STRING),
    ]);
    tables.of::<Deep>(&[
        ok(r#"{"a":1,"b":2,"y":3,"z":4}"#),
        ok(r#"{"z":4,"more":[null],"y":3,"b":2,"other":{"a":5},"a":1}"#),
        err(r#"{"a":1,"b":2,"z":4}"#),
        err(r#"{"b":2,"y":3,"z":4}"#),
        err(r#"{"a":1,"b":2,"y":3}"#),
    ]);
    tables.of::<Denying>(&[
        ok(r#"{"id":1,"a":2,"b":3}"#),
        err(r#"{"id":1,"a":2,"b":3,"c":4}"#),
        err(r#"{"id":1,"a":2}"#),
    ]);
    tables.of::<Defaulted>(&[
        ok(r#"{"id":1}"#),
        ok(r#"{"id":1,"label":"x"}"#),
        ok(r#"{"depth":2,"id":1,"label":null}"#),
        err(r#"{"id":1,"depth":null}"#),
    ]);
    tables.of::<InVariant>(&[ok(r#"{"A":{"id":1,"a":2,"b":3}}"#), err(r#"{"A":{"id":1,"a":2}}"#)]);
    tables.of::<Wide>(&[differs(r#"{"n":1}"#, &BUFFERED_I128), err(r#"{"n":-1}"#)]);
}

fn maps(tables: &mut Tables) {
    tables.of::<Rest>(&[
        ok(r#"{"id":1}"#),
        ok(r#"{"a":null,"id":1,"b":[1,2.5],"c":{"d":"e"}}"#),
        ok(r#"{"id":1,"rest":{}}"#),
        ok(r#"{"id":1,"\u00e9":"\n"}"#),
        err(r#"{"a":1}"#),
        err(r#"{"id":1,"id":2}"#),
        differs(r#"{"id":1,"a":1,"a":2}"#, &DUPLICATE_MAP_KEY),
    ]);
    tables.of::<Numbers>(&[
        ok(r#"{"id":1,"a":2,"b":3}"#),
        err(r#"{"id":1,"a":null}"#),
        err(r#"{"id":1,"a":"x"}"#),
        err(r#"{"id":1,"a":256}"#),
    ]);
}

fn maps_beside_others(tables: &mut Tables) {
    tables.of::<RestFirst>(&[
        differs(r#"{"a":1,"b":2,"id":3,"x":4}"#, &FLATTENED_MAP_FIRST),
        err(r#"{"a":1,"id":3,"x":4}"#),
    ]);
    tables.of::<DenyingMap>(&[
        ok(r#"{"id":1}"#),
        differs(r#"{"id":1,"a":2}"#, &DENY_WITH_MAP),
        err(r#"{"id":1,"a":"x"}"#),
    ]);
    tables.of::<NumberKeys>(&[ok("{}"), differs(r#"{"1":2}"#, &BUFFERED_NUMBER_KEY), err(r#"{"x":2}"#)]);
    tables.of::<WithValue>(&[ok(r#"{"a":1}"#), ok(r#"{"b":[1],"a":1,"c":null}"#), err(r#"{"b":1}"#)]);
    tables.of::<Boxed>(&[ok(r#"{"a":1,"b":2,"c":3}"#), ok(r#"{"sea":3,"b":2,"a":1}"#), err(r#"{"c":1}"#)]);
}

fn options(tables: &mut Tables) {
    tables.of::<MaybePaging>(&[
        ok(r#"{"id":1}"#),
        ok(r#"{"id":1,"a":2,"b":3}"#),
        ok(r#"{"id":1,"x":2}"#),
        ok(r#"{"id":1,"paging":null}"#),
        differs(r#"{"id":1,"a":2}"#, &FLATTENED_OPTION),
        differs(r#"{"id":1,"a":2,"b":"x"}"#, &FLATTENED_OPTION),
    ]);
}
