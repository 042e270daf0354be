//! Internally tagged enums.

use std::collections::BTreeMap;

use serde_json::{Value, value::RawValue};

use crate::{
    differences::{
        BUFFERED_I128, BUFFERED_NUMBER_KEY, DUPLICATE_MAP_KEY, NESTED_OPTION, NUMBER_IN_STRING, TAG_FROM_ARRAY,
        UNIT_FROM_OBJECT,
    },
    harness::{Tables, both, differs, err, ok},
};

both! {
    #[serde(tag = "type", rename_all = "snake_case")]
    enum Event {
        Ping,
        Created { id: u8, #[serde(default)] tags: Vec<String> },
        Moved(Move),
        Empty {},
        Map(BTreeMap<String, u8>),
        Boxed(Box<Move>),
        #[serde(rename = "x", alias = "y")]
        Renamed { a: Option<u8> },
    }

    struct Move {
        from: String,
        to: Option<String>,
    }

    #[serde(tag = "kind")]
    enum WithOther {
        A { a: u8 },
        #[serde(other)]
        Unknown,
    }

    #[serde(tag = "t", deny_unknown_fields)]
    enum Denying {
        A { a: u8 },
        B,
        C(DenyingInner),
    }

    #[serde(deny_unknown_fields)]
    struct DenyingInner {
        c: u8,
    }

    #[serde(tag = "outer")]
    enum Outer {
        One(Inner),
        Two { inner: Inner },
    }

    #[serde(tag = "inner")]
    enum Inner {
        A { a: u8 },
        B,
    }

    #[serde(tag = "t")]
    enum Wide {
        I(WideFields),
        Raw { raw: Box<RawValue> },
        Keys { map: BTreeMap<u8, u8> },
        Options { unit: Option<()>, nested: Option<Option<u8>> },
        Plans { plans: Vec<Plan> },
        Pair { pair: (u8, String) },
        Any { value: Value },
        Mixed { any: Mixed },
        Whole(Whole),
    }

    #[serde(transparent)]
    struct Whole {
        map: BTreeMap<String, Value>,
    }

    enum Plan {
        Free,
        Pro,
    }

    #[serde(untagged)]
    enum Mixed {
        Number(u8),
        List(Vec<Mixed>),
        Object {
            #[serde(default)]
            c: u8,
        },
        Text(String),
    }

    struct WideFields {
        n: i128,
    }

    #[serde(tag = "type")]
    struct Tagged {
        id: u8,
    }

    struct Holder {
        first: Event,
        rest: Vec<WithOther>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    variants(tables);
    tables.of::<WithOther>(&[
        ok(r#"{"kind":"A","a":1}"#),
        ok(r#"{"kind":"B","a":"anything"}"#),
        ok(r#"{"kind":""}"#),
        err(r#"{"kind":"A"}"#),
        err(r#"{"kind":null}"#),
        err(r#"{"a":1}"#),
        err("{}"),
    ]);
    tables.of::<Denying>(&[
        ok(r#"{"t":"A","a":1}"#),
        ok(r#"{"t":"B"}"#),
        ok(r#"{"t":"C","c":1}"#),
        err(r#"{"t":"A","a":1,"b":2}"#),
        err(r#"{"t":"C","c":1,"b":2}"#),
    ]);
    nested(tables);
}

fn variants(tables: &mut Tables) {
    tables.of::<Event>(&[
        ok(r#"{"type":"ping"}"#),
        ok(r#"{"type":"ping","extra":[1,{"a":2}]}"#),
        ok(r#"{"type":"created","id":1}"#),
        ok(r#"{"id":1,"tags":["a"],"type":"created"}"#),
        ok(r#"{"id":1,"type":"created","x":{"type":"ping"}}"#),
        ok(r#"{"type":"moved","from":"a"}"#),
        ok(r#"{"to":"b","from":"a","type":"moved"}"#),
        ok(r#"{"type":"empty"}"#),
        ok(r#"{"type":"empty","x":1}"#),
        ok(r#"{"type":"map"}"#),
        ok(r#"{"a":1,"type":"map","b":2}"#),
        ok(r#"{"type":"boxed","from":"a","to":null}"#),
        ok(r#"{"type":"x"}"#),
        ok(r#"{"a":1,"type":"y"}"#),
        ok(r#"{"\u0074ype":"pin\u0067"}"#),
        err(r#"{"type":"Ping"}"#),
        err(r#"{"type":"unknown"}"#),
        err(r#"{"type":null}"#),
        err(r#"{"type":["ping"]}"#),
        err(r#"{"type":{"ping":null}}"#),
        err(r#"{"type":true}"#),
        err(r#"{"id":1}"#),
        err("{}"),
        err("[]"),
        err("\"ping\""),
        err("null"),
        err(r#"{"type":"created"}"#),
        err(r#"{"type":"created","id":"x"}"#),
        err(r#"{"type":"created","id":1,"id":2}"#),
        err(r#"{"type":"created","id":null}"#),
        err(r#"{"type":"moved"}"#),
        err(r#"{"type":"map","a":"x"}"#),
        err(r#"{"type":"renamed"}"#),
        err(r#"{"type":"ping","type":"ping","#),
        differs(r#"{"type":"created","id":"1"}"#, &NUMBER_IN_STRING),
        differs(r#"{"type":"map","a":1,"a":2}"#, &DUPLICATE_MAP_KEY),
        differs(r#"["ping"]"#, &TAG_FROM_ARRAY),
        err(r#"{"type":"ping","type":"ping"}"#),
        err(r#"{"type":"map","a":1,"type":"map"}"#),
    ]);
}

fn nested(tables: &mut Tables) {
    tables.of::<Outer>(&[
        ok(r#"{"outer":"One","inner":"A","a":1}"#),
        ok(r#"{"a":1,"inner":"A","outer":"One"}"#),
        ok(r#"{"outer":"One","inner":"B"}"#),
        ok(r#"{"outer":"Two","inner":{"inner":"B"}}"#),
        err(r#"{"outer":"One"}"#),
        err(r#"{"outer":"One","inner":"C"}"#),
        err(r#"{"outer":"Two","inner":"B"}"#),
        err(r#"{"inner":"B"}"#),
    ]);
    tables.of::<Wide>(&[
        differs(r#"{"t":"I","n":1}"#, &BUFFERED_I128),
        differs(r#"{"t":"I","n":18446744073709551616}"#, &BUFFERED_I128),
        differs(r#"{"t":"Raw","raw":[ 1 ]}"#, &BUFFERED_I128),
        differs(r#"{"t":"Keys","map":{"1":2}}"#, &BUFFERED_NUMBER_KEY),
        ok(r#"{"t":"Keys","map":{}}"#),
        err(r#"{"t":"Keys","map":{"x":1}}"#),
        ok(r#"{"t":"Options"}"#),
        ok(r#"{"t":"Options","unit":null,"nested":1}"#),
        differs(r#"{"t":"Options","nested":null}"#, &NESTED_OPTION),
        ok(r#"{"plans":["Free","Pro"],"t":"Plans"}"#),
        err(r#"{"t":"Plans","plans":[0]}"#),
        differs(r#"{"t":"Plans","plans":[{"Free":null}]}"#, &UNIT_FROM_OBJECT),
        ok(r#"{"t":"Pair","pair":[1,"a"]}"#),
        err(r#"{"t":"Pair","pair":[1]}"#),
        ok(r#"{"t":"Any","value":{"a":[1,null]}}"#),
        ok(r#"{"value":null,"t":"Any"}"#),
        err(r#"{"t":"Any"}"#),
        ok(r#"{"any":[1,[2,{}],"x"],"t":"Mixed"}"#),
        ok(r#"{"x":1,"t":"Whole","y":[2]}"#),
    ]);
    tables.of::<Tagged>(&[
        ok(r#"{"id":1}"#),
        ok(r#"{"type":"Tagged","id":1}"#),
        ok(r#"{"type":"Other","id":1}"#),
        ok(r#"{"type":"Tagged","type":"Tagged","id":1}"#),
    ]);
    tables.of::<Holder>(&[
        ok(r#"{"first":{"type":"ping"},"rest":[{"kind":"A","a":1},{"kind":"?"}]}"#),
        ok(r#"{"rest":[],"first":{"tags":[],"id":1,"type":"created"}}"#),
        err(r#"{"first":{"type":"ping"},"rest":[{}]}"#),
        err(r#"{"first":null,"rest":[]}"#),
    ]);
}
