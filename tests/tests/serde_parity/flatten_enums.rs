//! `flatten` of enums.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    differences::{DUPLICATE_MAP_KEY, FLATTENED_OPTION, STRUCT_FROM_ARRAY, TAG_BY_INDEX, TWO_VARIANTS},
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Message {
        id: u8,
        #[serde(flatten)]
        body: Body,
    }

    #[serde(tag = "type", rename_all = "lowercase")]
    enum Body {
        Text { text: String },
        Image(Image),
        Nothing,
    }

    struct Image {
        url: String,
        width: Option<u16>,
    }

    struct Priced {
        sku: String,
        #[serde(flatten)]
        price: Price,
    }

    enum Price {
        Fixed(u8),
        Range { min: u8, max: u8 },
    }

    struct Either {
        #[serde(flatten)]
        either: Untagged,
        #[serde(default)]
        note: String,
    }

    #[serde(untagged)]
    enum Untagged {
        A { a: u8 },
        B { b: u8 },
    }

    struct Described {
        id: u8,
        #[serde(flatten)]
        value: Adjacent,
    }

    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Text(String),
        Pair(u8, u8),
    }

    struct MaybeBody {
        id: u8,
        #[serde(flatten)]
        body: Option<Body>,
    }

    struct MaybePrice {
        id: u8,
        #[serde(flatten)]
        price: Option<Price>,
    }

    struct PriceAndRest {
        #[serde(flatten)]
        price: Price,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }

    struct TwoEnums {
        #[serde(flatten)]
        price: Price,
        #[serde(flatten)]
        stock: Stock,
    }

    enum Stock {
        Left(u8),
        SoldOut,
    }

    #[serde(tag = "kind")]
    enum WithRest {
        A {
            x: u8,
            #[serde(flatten)]
            rest: BTreeMap<String, Value>,
        },
    }
}

pub(crate) fn run(tables: &mut Tables) {
    enums(tables);
    optional(tables);
    beside_others(tables);
}

fn enums(tables: &mut Tables) {
    tables.of::<Message>(&[
        ok(r#"{"id":1,"type":"text","text":"a"}"#),
        ok(r#"{"text":"a","type":"text","id":1}"#),
        ok(r#"{"id":1,"type":"image","url":"a","width":2,"x":3}"#),
        ok(r#"{"id":1,"type":"nothing"}"#),
        err(r#"{"id":1}"#),
        err(r#"{"id":1,"type":"video"}"#),
        err(r#"{"id":1,"type":"nothing","type":"nothing"}"#),
        err(r#"{"id":1,"type":"text","text":"a","text":"b"}"#),
        ok(r#"{"id":1,"type":"nothing","x":1,"x":1}"#),
        differs(r#"{"id":1,"type":2}"#, &TAG_BY_INDEX),
        err(r#"{"id":1,"type":"text"}"#),
        err(r#"{"type":"nothing"}"#),
    ]);
    tables.of::<Priced>(&[
        ok(r#"{"sku":"a","Fixed":1}"#),
        ok(r#"{"Range":{"min":1,"max":2},"sku":"a"}"#),
        ok(r#"{"x":1,"sku":"a","Fixed":1}"#),
        err(r#"{"sku":"a"}"#),
        err(r#"{"sku":"a","Fixed":null}"#),
        err(r#"{"sku":"a","Range":{"min":1}}"#),
    ]);
    tables.of::<Either>(&[
        ok(r#"{"a":1}"#),
        ok(r#"{"note":"n","b":1}"#),
        ok(r#"{"b":1,"a":2}"#),
        err(r#"{"note":"n"}"#),
        err(r#"{"a":"x"}"#),
    ]);
    tables.of::<Described>(&[
        ok(r#"{"id":1,"t":"Text","c":"a"}"#),
        ok(r#"{"c":[1,2],"t":"Pair","id":1}"#),
        err(r#"{"id":1,"t":"Text"}"#),
        err(r#"{"id":1,"c":"a"}"#),
    ]);
}

fn optional(tables: &mut Tables) {
    tables.of::<MaybeBody>(&[
        ok(r#"{"id":1}"#),
        ok(r#"{"id":1,"type":"nothing"}"#),
        ok(r#"{"text":"a","id":1,"type":"text"}"#),
        ok(r#"{"id":1,"text":"x"}"#),
        differs(r#"{"id":1,"type":"x"}"#, &FLATTENED_OPTION),
    ]);
    tables.of::<MaybePrice>(&[
        ok(r#"{"id":1}"#),
        ok(r#"{"id":1,"Fixed":2}"#),
        differs(r#"{"id":1,"Fixed":"x"}"#, &FLATTENED_OPTION),
        differs(r#"{"id":1,"Fixed":2,"Range":{"min":1,"max":2}}"#, &TWO_VARIANTS),
    ]);
}

fn beside_others(tables: &mut Tables) {
    tables.of::<PriceAndRest>(&[
        ok(r#"{"x":1,"Fixed":2,"y":[]}"#),
        ok(r#"{"Range":{"max":2,"min":1}}"#),
        err(r#"{"x":1}"#),
        differs(r#"{"Range":[1,2]}"#, &STRUCT_FROM_ARRAY),
        differs(r#"{"Fixed":2,"Range":{"min":1,"max":2}}"#, &TWO_VARIANTS),
    ]);
    tables.of::<TwoEnums>(&[
        ok(r#"{"Fixed":2,"Left":1}"#),
        ok(r#"{"SoldOut":null,"Range":{"min":1,"max":2}}"#),
        err(r#"{"Fixed":2}"#),
        err(r#"{"Left":1}"#),
    ]);
    tables.of::<WithRest>(&[
        ok(r#"{"kind":"A","x":1,"y":2}"#),
        ok(r#"{"y":2,"x":1,"kind":"A"}"#),
        ok(r#"{"kind":"A","x":1}"#),
        err(r#"{"kind":"A","y":1}"#),
        differs(r#"{"kind":"A","x":1,"y":2,"y":3}"#, &DUPLICATE_MAP_KEY),
    ]);
}
