//! Arrays as lists, sets, tuples and fixed arrays.

use std::{
    collections::{BTreeSet, HashSet, VecDeque},
    rc::Rc,
};

use crate::{
    differences::{NUMBER_IN_STRING, SURPLUS_ITEMS},
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Lists {
        numbers: Vec<u8>,
        grid: Vec<Vec<i8>>,
        #[serde(default)]
        set: BTreeSet<String>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<Vec<u8>>(&[
        ok("[]"),
        ok("[ ]"),
        ok("[1]"),
        ok("[1,2,3]"),
        ok(" [ 1 , 2 ] "),
        ok("[0,255]"),
        err("[1,]"),
        err("[,1]"),
        err("[,]"),
        err("[1 2]"),
        err("[1,,2]"),
        err("[1"),
        err("["),
        err("]"),
        err("[1]]"),
        err("[1}"),
        err("[1:2]"),
        err("[256]"),
        err("[null]"),
        err("[[1]]"),
        err("null"),
        err("1"),
        err("{}"),
        err("\"ab\""),
        differs(r#"["1"]"#, &NUMBER_IN_STRING),
    ]);
    tables.of::<Vec<Vec<String>>>(&[ok("[]"), ok("[[]]"), ok(r#"[["a"],[],["b","c"]]"#), err("[[null]]"), err("[1]")]);
    tables.of::<Vec<()>>(&[ok("[null,null]"), err("[{}]")]);
    tables.of::<VecDeque<bool>>(&[ok("[true,false]"), ok("[]"), err("[1]")]);
    tables.of::<Box<[u8]>>(&[ok("[1,2]"), err("{}")]);
    tables.of::<Rc<[u8]>>(&[ok("[1,2]"), err("1")]);
    tables.of::<BTreeSet<u8>>(&[ok("[]"), ok("[2,1]"), ok("[1,1,2]"), err("[null]"), err("{}")]);
    tables.of::<HashSet<u8>>(&[ok("[]"), ok("[1,1]"), err("[-1]")]);
    tables.of::<[u8; 0]>(&[ok("[]"), err("[1]"), err("null")]);
    tables.of::<[u8; 3]>(&[ok("[1,2,3]"), err("[1,2]"), err("[1,2,3,4]"), err("[]"), err("{}"), err("[1,2,null]")]);
    tables.of::<[[u8; 2]; 2]>(&[ok("[[1,2],[3,4]]"), err("[[1,2],[3]]"), err("[1,2,3,4]")]);
    tables.of::<[Option<u8>; 2]>(&[ok("[null,1]"), err("[null]")]);
    tables.of::<(u8,)>(&[ok("[1]"), err("1"), err("[]"), differs("[1,2]", &SURPLUS_ITEMS)]);
    tables.of::<(u8, String)>(&[
        ok(r#"[1,"a"]"#),
        err("[1]"),
        err(r#"["a",1]"#),
        err(r#"{"0":1,"1":"a"}"#),
        err("null"),
        differs(r#"[1,"a",null]"#, &SURPLUS_ITEMS),
    ]);
    tables.of::<(u8, (bool, Option<u8>), [u8; 1])>(&[
        ok("[1,[true,null],[2]]"),
        err("[1,[true],[2]]"),
        err("[1,true,null,2]"),
    ]);
    tables.of::<Vec<(String, u8)>>(&[ok(r#"[["a",1],["a",2]]"#), err(r#"[{"a":1}]"#), err(r#"{"a":1}"#)]);
    tables.of::<Lists>(&[
        ok(r#"{"numbers":[],"grid":[]}"#),
        ok(r#"{"grid":[[-1],[]],"set":["b","a","b"],"numbers":[1]}"#),
        err(r#"{"numbers":[],"grid":[1]}"#),
        err(r#"{"numbers":null,"grid":[]}"#),
        err(r#"{"numbers":{},"grid":[]}"#),
    ]);
}
