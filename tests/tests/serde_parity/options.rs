//! `Option`, null and absent keys.

use std::marker::PhantomData;

use crate::{
    differences::{ABSENT_PHANTOM, NESTED_OPTION, NUMBER_IN_STRING},
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Maybe {
        a: Option<u8>,
    }

    struct Nested {
        a: Option<Option<u8>>,
    }

    struct Defaulted {
        #[serde(default)]
        a: u8,
        #[serde(default)]
        b: Option<u8>,
        #[serde(default)]
        c: Vec<Option<bool>>,
    }

    struct Empty {
        unit: (),
        phantom: PhantomData<u8>,
    }

    struct Boxed {
        a: Box<Option<u8>>,
        b: Option<Box<u8>>,
        c: Option<()>,
    }

    struct Inner {
        x: u8,
    }

    struct Outer {
        inner: Option<Inner>,
        list: Option<Vec<Inner>>,
        pair: Option<(u8, Option<u8>)>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<Option<u8>>(&[
        ok("null"),
        ok("1"),
        err("256"),
        err("nul"),
        err("nulll"),
        err("{}"),
        err("\"null\""),
        err("\"\""),
        err(""),
        differs("\"1\"", &NUMBER_IN_STRING),
    ]);
    tables.of::<Option<String>>(&[ok("null"), ok("\"\""), ok("\"null\""), err("true")]);
    tables.of::<Vec<Option<u8>>>(&[ok("[null,1,null]"), err("[null,]"), err("[nul]")]);
    tables.of::<Option<()>>(&[ok("null"), err("1")]);
    tables.of::<Maybe>(&[
        ok("{}"),
        ok(r#"{"a":null}"#),
        ok(r#"{"a":1}"#),
        ok(r#"{"b":1}"#),
        err(r#"{"a":{}}"#),
        err(r#"{"a":1,"a":null}"#),
        err("null"),
    ]);
    tables.of::<Nested>(&[ok("{}"), differs(r#"{"a":null}"#, &NESTED_OPTION), ok(r#"{"a":1}"#), err(r#"{"a":[]}"#)]);
    tables.of::<Defaulted>(&[
        ok("{}"),
        ok(r#"{"a":1,"b":2,"c":[true,null]}"#),
        ok(r#"{"b":null}"#),
        err(r#"{"a":null}"#),
        err(r#"{"c":null}"#),
        err(r#"{"a":300}"#),
    ]);
    tables.of::<Empty>(&[
        ok(r#"{"unit":null,"phantom":null}"#),
        err("{}"),
        differs(r#"{"unit":null}"#, &ABSENT_PHANTOM),
    ]);
    tables.of::<Boxed>(&[ok(r#"{"a":null}"#), ok(r#"{"a":1,"b":2,"c":null}"#), ok("{}"), ok(r#"{"a":1,"b":null}"#)]);
    tables.of::<Outer>(&[
        ok("{}"),
        ok(r#"{"inner":{"x":1},"list":[{"x":2}],"pair":[1,null]}"#),
        ok(r#"{"inner":null,"list":null,"pair":null}"#),
        ok(r#"{"list":[]}"#),
        err(r#"{"inner":{}}"#),
        err(r#"{"list":[null]}"#),
        err(r#"{"pair":[null,1]}"#),
        err(r#"{"pair":[1]}"#),
    ]);
}
