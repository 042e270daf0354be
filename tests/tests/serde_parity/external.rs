//! Enums without a tag attribute: names, and objects with the name as their only key.

use crate::{
    differences::{NUMBER_IN_STRING, OTHER_DROPS_CONTENT, STRUCT_FROM_ARRAY, SURPLUS_ITEMS, UNIT_FROM_OBJECT},
    harness::{Tables, both, differs, err, ok},
};

both! {
    enum Plan {
        Free,
        #[serde(rename = "PRO")]
        Pro,
        #[serde(alias = "Business", alias = "team+")]
        Team,
        #[serde(skip)]
        Internal,
    }

    #[serde(rename_all = "snake_case")]
    enum State {
        InProgress,
        Done,
        #[serde(other)]
        Unknown,
    }

    enum Shape {
        Nothing,
        Circle(u8),
        Maybe(Option<u8>),
        Line(u8, u8),
        Rect { w: u8, h: u8 },
        Empty {},
        NoItems(),
        Unit(()),
        List(Vec<u8>),
        Nested(Box<Shape>),
    }

    #[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
    enum Event {
        UserCreated { user_id: u8 },
        #[serde(rename_all = "UPPERCASE")]
        TeamDeleted { by: Option<u8> },
        #[serde(rename = "renamed", alias = "moved")]
        Renaming(Names),
    }

    enum Open {
        A(String),
        Skipping(u8, #[serde(skip)] u8, u8),
        Partly {
            #[serde(skip)]
            a: u8,
            b: u8,
        },
        #[serde(other)]
        Unknown,
    }

    struct Names {
        old: String,
        new: String,
    }

    #[serde(deny_unknown_fields)]
    enum Denying {
        A { x: u8 },
        B,
    }

    struct Holder {
        plan: Plan,
        shapes: Vec<Shape>,
        state: Option<State>,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    names(tables);
    shapes(tables);
    renamed(tables);
}

fn names(tables: &mut Tables) {
    tables.of::<Plan>(&[
        ok("\"Free\""),
        ok("\"PRO\""),
        ok("\"Business\""),
        ok("\"team+\""),
        ok("\"\\u0046ree\""),
        differs(r#"{"Free":null}"#, &UNIT_FROM_OBJECT),
        err("\"Pro\""),
        err("\"free\""),
        err("\"Internal\""),
        err("\"\""),
        err("0"),
        err("null"),
        err("[]"),
        err("{}"),
        err(r#"{"Free":{}}"#),
        err(r#"{"Free":[]}"#),
        err(r#"{"Free":null,"PRO":null}"#),
    ]);
    tables.of::<State>(&[
        ok("\"in_progress\""),
        ok("\"done\""),
        ok("\"cancelled\""),
        ok("\"\""),
        err("1"),
        err("null"),
    ]);
}

fn shapes(tables: &mut Tables) {
    tables.of::<Shape>(&[
        ok("\"Nothing\""),
        ok(r#"{"Nothing":null}"#),
        ok(r#"{"Circle":1}"#),
        ok(r#"{"Maybe":null}"#),
        ok(r#"{"Maybe":1}"#),
        ok(r#"{"Line":[1,2]}"#),
        ok(r#"{"Rect":{"h":1,"w":2}}"#),
        ok(r#"{"Rect":{"h":1,"w":2,"x":3}}"#),
        ok(r#"{"Empty":{}}"#),
        ok(r#"{"NoItems":[]}"#),
        ok(r#"{"Unit":null}"#),
        ok(r#"{"List":[1,2]}"#),
        ok(r#"{"Nested":{"Nested":{"Circle":1}}}"#),
        ok(r#"{"Nested":"Nothing"}"#),
        ok(r#" { "Circle" : 1 } "#),
        ok(r#"{"\u0043ircle":1}"#),
        err("\"Circle\""),
        err("\"Empty\""),
        err("\"NoItems\""),
        err("\"Maybe\""),
        err("\"Unit\""),
        err("\"List\""),
        err(r#"{"Circle":null}"#),
        err(r#"{"Circle":[1]}"#),
        err(r#"{"Line":[1]}"#),
        err(r#"{"Line":1}"#),
        err(r#"{"Line":{"0":1,"1":2}}"#),
        err(r#"{"Rect":{"h":1}}"#),
        err(r#"{"Rect":{"h":1,"w":2,"h":3}}"#),
        err(r#"{"Rect":null}"#),
        err(r#"{"Empty":null}"#),
        err(r#"{"NoItems":null}"#),
        err(r#"{"Circle":1,"Maybe":2}"#),
        err(r#"{"Circle":1,"Circle":2}"#),
        err(r#"{"Circle":1,"x":2}"#),
        err(r#"{"circle":1}"#),
        err(r#"{"Circle":1,}"#),
        err(r#"["Circle",1]"#),
        err(r#"{"type":"Circle","value":1}"#),
        err("{}"),
        err("null"),
        differs(r#"{"Rect":[1,2]}"#, &STRUCT_FROM_ARRAY),
        differs(r#"{"Circle":"1"}"#, &NUMBER_IN_STRING),
    ]);
    tables.of::<Holder>(&[
        ok(r#"{"plan":"Free","shapes":["Nothing",{"Circle":1},{"Line":[1,2]}]}"#),
        ok(r#"{"plan":"PRO","shapes":[],"state":"?"}"#),
        ok(r#"{"plan":"PRO","shapes":[],"state":null}"#),
        err(r#"{"plan":null,"shapes":[]}"#),
        err(r#"{"plan":"Free","shapes":[null]}"#),
        err(r#"{"plan":"Free","shapes":[{"Circle":1,"Line":[1,2]}]}"#),
    ]);
}

fn renamed(tables: &mut Tables) {
    tables.of::<Event>(&[
        ok(r#"{"user-created":{"userId":1}}"#),
        ok(r#"{"team-deleted":{"BY":1}}"#),
        ok(r#"{"team-deleted":{}}"#),
        ok(r#"{"renamed":{"old":"a","new":"b"}}"#),
        ok(r#"{"moved":{"old":"a","new":"b"}}"#),
        err(r#"{"user-created":{"user_id":1}}"#),
        err(r#"{"UserCreated":{"userId":1}}"#),
        err(r#"{"renaming":{"old":"a","new":"b"}}"#),
        err(r#"{"renamed":{"old":"a"}}"#),
    ]);
    tables.of::<Open>(&[
        ok(r#"{"A":"x"}"#),
        ok("\"x\""),
        ok("\"Unknown\""),
        ok(r#"{"x":null}"#),
        ok(r#"{"Unknown":null}"#),
        err("\"A\""),
        ok(r#"{"Skipping":[1,2]}"#),
        differs(r#"{"Skipping":[1,2,3]}"#, &SURPLUS_ITEMS),
        ok(r#"{"Partly":{"b":1}}"#),
        ok(r#"{"Partly":{"b":1,"a":"x"}}"#),
        differs(r#"{"x":1}"#, &OTHER_DROPS_CONTENT),
        differs(r#"{"x":{"y":[]}}"#, &OTHER_DROPS_CONTENT),
    ]);
    tables.of::<Denying>(&[ok(r#"{"A":{"x":1}}"#), ok("\"B\""), err(r#"{"A":{"x":1,"y":2}}"#)]);
}
