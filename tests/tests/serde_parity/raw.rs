//! Any JSON: kept as text, kept as a value, or ignored.

use serde::de::IgnoredAny;
use serde_json::{Map, Number, Value, value::RawValue};

use crate::{
    differences::{DEPTH_128, DEPTH_OF_SKIPPED},
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Holder {
        raw: Box<RawValue>,
        value: Value,
        maybe: Option<Value>,
        object: Option<Map<String, Value>>,
        number: Option<Number>,
        ignored: Option<IgnoredAny>,
    }

    struct Unknown {}

    struct Tree(Vec<Tree>);

    struct Borrowing<'a> {
        #[serde(borrow)]
        raw: &'a RawValue,
        #[serde(borrow)]
        maybe: Option<&'a RawValue>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<Value>(&[
        ok("null"),
        ok("[1,-2,3.5,1e3,\"a\",true,null,{}]"),
        ok(r#"{"b":{"c":[]},"a":1}"#),
        ok(r#"{"a":1,"a":2}"#),
        ok("18446744073709551615"),
        ok("-9223372036854775808"),
        ok("18446744073709551616"),
        ok("-0"),
        ok("1e-400"),
        ok("0e99999999999"),
        ok("-0e5"),
        err("1e99999999999"),
        err("1e400"),
        err("\"\\ud800\""),
        err("[1,]"),
        err("undefined"),
        err("// no comment\n1"),
        err("\u{feff}1x"),
        err(""),
        err(" "),
    ]);
    tables.of::<Box<RawValue>>(&[
        ok(" [1, 2 ] "),
        ok("\"\\u0061\""),
        ok("1.50"),
        ok("\"\\ud800\""),
        err("[1,]"),
        err("01"),
        err("\"\\x\""),
    ]);
    tables.of::<Map<String, Value>>(&[ok(r#"{"a":[1]}"#), ok("{}"), err("[]"), err("null")]);
    tables.of::<Number>(&[ok("1"), ok("-1.5"), err("null"), err("\"x\"")]);
    tables.of::<Vec<IgnoredAny>>(&[ok("[1,[2],{}]"), err("[1"), err("[01]")]);
    tables.of::<Holder>(&[
        ok(r#"{"raw": {"a" : 1} ,"value":[null]}"#),
        ok(r#"{"raw":null,"value":null,"maybe":null,"object":null,"number":null,"ignored":null}"#),
        ok(r#"{"raw":1,"value":2,"maybe":3,"object":{"x":{}},"number":1e2,"ignored":[1]}"#),
        err(r#"{"raw":1}"#),
        err(r#"{"raw":1,"value":2,"object":[]}"#),
        err(r#"{"raw":1,"value":2,"raw":3}"#),
    ]);
    tables.of::<Borrowing<'_>>(&[ok(r#"{"raw":[ ]}"#), ok(r#"{"raw":1,"maybe":"\n"}"#), err("{}")]);
    depth(tables);
}

fn depth(tables: &mut Tables) {
    let arrays = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let objects = |depth: usize| "{\"a\":".repeat(depth) + "1" + &"}".repeat(depth);
    tables.of::<Value>(&[ok(&arrays(127)), ok(&objects(127)), err(&arrays(129)), err(&objects(129))]);
    tables.of::<Value>(&[differs(&arrays(128), &DEPTH_128), differs(&objects(128), &DEPTH_128)]);
    tables.of::<Box<RawValue>>(&[ok(&arrays(128)), differs(&arrays(129), &DEPTH_OF_SKIPPED)]);
    let unknown = |depth| format!("{{\"x\":{}}}", objects(depth));
    tables.of::<Unknown>(&[ok(&unknown(127)), differs(&unknown(128), &DEPTH_OF_SKIPPED)]);
    let (allowed, refused) = ("[".repeat(127) + &"]".repeat(127), "[".repeat(100_000));
    tables.of::<Tree>(&[ok(&allowed), err(&refused)]);
}
