//! Structs with named fields: keys, names, unknown and repeated keys.

use crate::{
    differences::{SAME_VALUE_AGAIN, STRING_FROM_NUMBER, STRUCT_FROM_ARRAY},
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Plain {
        id: u32,
        name: String,
        active: Option<bool>,
    }

    struct NoFields {}

    #[serde(deny_unknown_fields)]
    struct Denying {
        a: u8,
        #[serde(default, alias = "bee")]
        b: u8,
        #[serde(skip)]
        c: u8,
    }

    #[serde(deny_unknown_fields)]
    struct DenyingAll {}

    #[serde(rename_all = "camelCase")]
    struct Camel {
        first_name: String,
        #[serde(rename = "ID")]
        id: u8,
        r#type: u8,
        html_url_2: Option<u8>,
    }

    #[serde(rename_all = "SCREAMING-KEBAB-CASE")]
    struct Screaming {
        first_name: u8,
        b: u8,
    }

    #[serde(rename_all = "PascalCase")]
    struct Pascal {
        first_name: u8,
        #[serde(rename(serialize = "x", deserialize = "y"))]
        sided: u8,
    }

    #[serde(rename_all(serialize = "UPPERCASE", deserialize = "SCREAMING_SNAKE_CASE"))]
    struct Sided {
        first_name: u8,
    }

    struct OddNames {
        #[serde(rename = "")]
        empty: u8,
        #[serde(rename = "a \"b\"\\\n")]
        escaped: u8,
        #[serde(rename = "é😀")]
        accented: u8,
        #[serde(rename = "$ref")]
        reference: u8,
    }

    struct Company {
        name: String,
        owner: Person,
        #[serde(default)]
        staff: Vec<Person>,
    }

    struct Person {
        name: String,
        manager: Option<Box<Person>>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    plain(tables);
    unknown(tables);
    names(tables);
    nested(tables);
}

fn plain(tables: &mut Tables) {
    tables.of::<Plain>(&[
        ok(r#"{"id":1,"name":"a"}"#),
        ok(r#"{"name":"a","active":true,"id":1}"#),
        ok(r#"{"active":null,"name":"","id":0}"#),
        ok(r#"{"id":1,"name":"a","extra":{"deep":[1,{"x":null}]}}"#),
        ok(r#"{"x":"\ud800","id":1,"name":"a"}"#),
        ok(r#"{"x":1,"x":2,"id":1,"name":"a"}"#),
        ok(r#"{"\u0069d":1,"name":"a"}"#),
        ok("\n{\t\"id\" :\r1 ,\n\"name\": \"a\" }\n"),
        err(r#"{"Id":1,"name":"a"}"#),
        err(r#"{"id":1,"name":"a","\ud800":1}"#),
        err("{\"id\":1,\"name\":\"a\",\"x\":\"a\nb\"}"),
        ok(r#"{"id":1,"name":"a","x":1e99999999999}"#),
        err("{\"id\":1,\"name\":\"a\"}\u{c}"),
        err(r#"{"id":1,"name":"a"}{}"#),
        differs(r#"{"id":1,"\u0069d":1,"name":"a"}"#, &SAME_VALUE_AGAIN),
        err(r#"{"id":1}"#),
        err(r#"{"id":null,"name":"a"}"#),
        err(r#"{"id":1,"name":null}"#),
        err(r#"{"id":1,"name":"a","id":2}"#),
        err(r#"{"id":1,"name":"a","active":1}"#),
        err(r#"{"id":1,"name":"a",}"#),
        err(r#"{"id":1 "name":"a"}"#),
        err(r#"{"id":1,"name":"a"} x"#),
        err(r#"{"id":1,"name":"a","x":}"#),
        err(r#"{"id":1,"name":"a","x":01}"#),
        err(r#"{"id":1,"name":"a","x":"\q"}"#),
        err(r#"{"id":1,"name":"a","x":[1,]}"#),
        err(r#"{"id":1,"name":"a","x":{"y"}}"#),
        err("{}"),
        err("null"),
        err("\"id\""),
        err("1"),
        differs(r#"[1,"a",null]"#, &STRUCT_FROM_ARRAY),
        differs(r#"{"id":1,"name":7}"#, &STRING_FROM_NUMBER),
    ]);
    tables.of::<NoFields>(&[ok("{}"), ok(r#"{"a":1}"#), err("null"), differs("[]", &STRUCT_FROM_ARRAY)]);
}

fn unknown(tables: &mut Tables) {
    tables.of::<Denying>(&[
        ok(r#"{"a":1}"#),
        ok(r#"{"a":1,"b":2}"#),
        ok(r#"{"bee":2,"a":1}"#),
        err(r#"{"a":1,"c":2}"#),
        err(r#"{"a":1,"d":2}"#),
        err(r#"{"a":1,"A":2}"#),
        err(r#"{"a":1,"":null}"#),
        err(r#"{"a":1,"b":2,"bee":3}"#),
    ]);
    tables.of::<DenyingAll>(&[ok("{}"), err(r#"{"a":1}"#)]);
}

fn names(tables: &mut Tables) {
    tables.of::<Camel>(&[
        ok(r#"{"firstName":"a","ID":1,"type":2}"#),
        ok(r#"{"firstName":"a","ID":1,"type":2,"htmlUrl2":3}"#),
        err(r#"{"first_name":"a","ID":1,"type":2}"#),
        err(r#"{"firstName":"a","id":1,"type":2}"#),
        err(r#"{"firstName":"a","ID":1,"r#type":2}"#),
    ]);
    tables.of::<Screaming>(&[ok(r#"{"FIRST-NAME":1,"B":2}"#), err(r#"{"FIRST_NAME":1,"B":2}"#)]);
    tables.of::<Pascal>(&[ok(r#"{"FirstName":1,"y":2}"#), err(r#"{"FirstName":1,"x":2}"#)]);
    tables.of::<Sided>(&[ok(r#"{"FIRST_NAME":1}"#), err(r#"{"FIRSTNAME":1}"#)]);
    tables.of::<OddNames>(&[
        ok(r#"{"":1,"a \"b\"\\\n":2,"é😀":3,"$ref":4}"#),
        ok(r#"{"":1,"a \u0022b\u0022\u005c\u000a":2,"\u00e9\ud83d\ude00":3,"\u0024ref":4}"#),
        differs(r#"{"":1,"":1,"a \"b\"\\\n":2,"é😀":3,"$ref":4}"#, &SAME_VALUE_AGAIN),
    ]);
}

fn nested(tables: &mut Tables) {
    tables.of::<Company>(&[
        ok(r#"{"name":"x","owner":{"name":"a"}}"#),
        ok(r#"{"owner":{"manager":{"name":"b","manager":null},"name":"a"},"name":"x","staff":[{"name":"c"}]}"#),
        err(r#"{"name":"x","owner":null}"#),
        err(r#"{"name":"x","owner":{"name":"a","manager":{}}}"#),
        err(r#"{"name":"x","owner":{"name":"a"},"staff":[{"name":"c"},null]}"#),
        err(r#"{"name":"x","owner":{"name":"a"},"staff":{}}"#),
        err(r#"{"name":"x","owner":{"name":"a","name":"b"}}"#),
    ]);
}
