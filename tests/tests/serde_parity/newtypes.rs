//! Newtypes, tuple structs, unit structs, `transparent`.

use std::marker::PhantomData;

use crate::{
    differences::{ABSENT_NEWTYPE, NUMBER_IN_STRING, SURPLUS_ITEMS},
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Id(u32);

    struct Wrapped(Id);

    struct Words(Vec<String>);

    struct MaybeId(Option<Id>);

    struct Point(i16, i16);

    struct Line(Point, Point);

    struct Mixed(u8, Option<String>, #[serde(skip)] u8, Vec<u8>);

    struct Unit;

    struct NoItems();

    #[serde(transparent)]
    struct Transparent {
        value: Option<u8>,
        #[serde(skip)]
        unused: u8,
        marker: PhantomData<u8>,
    }

    #[serde(transparent)]
    struct TransparentTuple(u8);

    struct Fields {
        id: Id,
        maybe: MaybeId,
        point: Point,
        unit: Unit,
        transparent: Transparent,
        optional: Option<Unit>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<Id>(&[
        ok("7"),
        err("null"),
        err("-7"),
        err("[7]"),
        err(r#"{"0":7}"#),
        differs("\"7\"", &NUMBER_IN_STRING),
    ]);
    tables.of::<Wrapped>(&[ok("7"), err("[[7]]"), err("{}")]);
    tables.of::<Words>(&[ok(r#"["a","b"]"#), ok("[]"), err(r#"[["a"]]"#), err("\"a\"")]);
    tables.of::<MaybeId>(&[ok("null"), ok("1"), err("\"\"")]);
    tables.of::<Point>(&[
        ok("[1,-2]"),
        err("[1]"),
        err("[]"),
        err("null"),
        err("{}"),
        err(r#"{"0":1,"1":2}"#),
        differs("[1,2,3]", &SURPLUS_ITEMS),
    ]);
    tables.of::<Line>(&[ok("[[1,2],[3,4]]"), err("[1,2,3,4]"), err("[[1,2]]"), err("[[1,2],[3]]")]);
    tables.of::<Mixed>(&[ok("[1,null,[2]]"), ok(r#"[1,"a",[]]"#), err("[1]"), err("[1,null]"), err("[1,null,0,[2]]")]);
    tables.of::<Unit>(&[ok("null"), err("{}"), err("[]"), err("\"Unit\""), err("0")]);
    tables.of::<NoItems>(&[ok("[]"), err("null"), err("{}"), differs("[1]", &SURPLUS_ITEMS)]);
    tables.of::<Transparent>(&[ok("1"), ok("null"), err(r#"{"value":1}"#), err("[1]")]);
    tables.of::<TransparentTuple>(&[ok("1"), err("[1]"), err("null")]);
    tables.of::<Vec<Unit>>(&[ok("[null,null]"), err("[{}]")]);
    tables.of::<Fields>(&[
        ok(r#"{"id":1,"maybe":2,"point":[1,2],"unit":null,"transparent":3,"optional":null}"#),
        ok(r#"{"id":1,"maybe":null,"point":[1,2],"unit":null,"transparent":null}"#),
        err(r#"{"id":1,"maybe":null,"point":[1,2],"transparent":null}"#),
        differs(r#"{"id":1,"point":[1,2],"unit":null,"transparent":null}"#, &ABSENT_NEWTYPE),
        ok(r#"{"id":1,"maybe":null,"point":[1,2],"unit":null}"#),
        err(r#"{"id":null,"maybe":null,"point":[1,2],"unit":null,"transparent":null}"#),
    ]);
}
