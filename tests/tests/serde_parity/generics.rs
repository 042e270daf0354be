//! Generic models and their bounds.

use std::{collections::BTreeMap, marker::PhantomData};

use crate::{
    differences::NUMBER_IN_STRING,
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Page<T> {
        items: Vec<T>,
        #[serde(default = "Option::default")]
        next: Option<T>,
    }

    struct Pair<A, B>(A, B);

    struct Wrapper<T>(T);

    #[serde(transparent)]
    struct Marked<T, M> {
        value: T,
        #[serde(skip)]
        marker: PhantomData<M>,
    }

    struct Fixed<T> {
        values: [Option<T>; 2],
    }

    struct Counted<T, const N: usize> {
        #[serde(default)]
        unused: PhantomData<[(); N]>,
        value: T,
    }

    #[serde(tag = "type", content = "value")]
    enum Response<T, E> {
        Ok(T),
        Err { error: E },
        Pending,
    }

    #[serde(untagged)]
    enum OneOrMany<T> {
        Many(Vec<T>),
        One(T),
    }

    struct Flattened<T> {
        id: u8,
        #[serde(flatten)]
        inner: T,
    }

    struct Defaulted<T: Default> {
        #[serde(default)]
        value: T,
    }

    struct Item {
        name: String,
    }

    struct Tree<T> {
        value: T,
        #[serde(default = "Vec::new")]
        children: Vec<Tree<T>>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<Page<u8>>(&[ok(r#"{"items":[1,2]}"#), ok(r#"{"items":[],"next":1}"#), err(r#"{"items":["a"]}"#)]);
    tables.of::<Page<Item>>(&[
        ok(r#"{"items":[{"name":"a"}],"next":null}"#),
        err(r#"{"items":[{}]}"#),
        err(r#"{"items":[],"next":{}}"#),
    ]);
    tables.of::<Page<Page<bool>>>(&[ok(r#"{"items":[{"items":[true]}]}"#), err(r#"{"items":[{"items":[1]}]}"#)]);
    tables.of::<Pair<u8, Item>>(&[ok(r#"[1,{"name":"a"}]"#), err(r#"[{"name":"a"},1]"#)]);
    tables.of::<Pair<(), Option<u8>>>(&[ok("[null,null]"), err("[null]")]);
    tables.of::<Wrapper<Option<u8>>>(&[ok("null"), ok("1"), err("[]")]);
    tables.of::<Marked<u8, String>>(&[ok("1"), err("\"a\"")]);
    tables.of::<Fixed<u8>>(&[ok(r#"{"values":[1,null]}"#), err(r#"{"values":[1]}"#), err(r#"{"values":[1,2,3]}"#)]);
    tables.of::<Counted<u8, 3>>(&[ok(r#"{"value":1}"#), ok(r#"{"value":1,"unused":null}"#), err("{}")]);
    tables.of::<Response<Item, String>>(&[
        ok(r#"{"type":"Ok","value":{"name":"a"}}"#),
        ok(r#"{"value":{"error":"x"},"type":"Err"}"#),
        ok(r#"{"type":"Pending"}"#),
        err(r#"{"type":"Ok","value":{}}"#),
        err(r#"{"type":"Err","value":"x"}"#),
        err(r#"{"type":"Ok"}"#),
    ]);
    tables.of::<OneOrMany<u8>>(&[ok("1"), ok("[1,2]"), ok("[]"), err("null"), err("[null]"), err("{}")]);
    tables.of::<OneOrMany<Item>>(&[ok(r#"{"name":"a"}"#), ok(r#"[{"name":"a"}]"#), err("[{}]")]);
    tables.of::<Flattened<Item>>(&[ok(r#"{"id":1,"name":"a"}"#), err(r#"{"id":1}"#), err(r#"{"name":"a"}"#)]);
    tables.of::<Flattened<BTreeMap<String, u8>>>(&[ok(r#"{"id":1,"a":2}"#), err(r#"{"id":1,"a":"x"}"#)]);
    tables.of::<Defaulted<u8>>(&[ok("{}"), ok(r#"{"value":1}"#), err(r#"{"value":null}"#)]);
    tables.of::<Defaulted<Vec<Option<u8>>>>(&[ok("{}"), ok(r#"{"value":[null]}"#), err(r#"{"value":1}"#)]);
    tables.of::<Tree<u8>>(&[
        ok(r#"{"value":1}"#),
        ok(r#"{"value":1,"children":[{"value":2,"children":[]},{"children":[{"value":4}],"value":3}]}"#),
        err(r#"{"value":1,"children":[{}]}"#),
        differs(r#"{"value":"1"}"#, &NUMBER_IN_STRING),
    ]);
}
