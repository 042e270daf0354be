//! Flattened newtypes, pointers, generic models, and types that take no key.

#![allow(clippy::type_complexity, reason = "what is flattened may be deep inside others")]

use std::{borrow::Cow, collections::BTreeMap, fmt::Debug, marker::PhantomData, rc::Rc, sync::Arc};

use connect_runtime::{ConnectModel, Decode, from_str};
use connect_tests::{check, codes, refuse};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

/// Models that serde's derive reads too.
macro_rules! models {
    ($($item:item)*) => {
        $(
            #[derive(ConnectModel, Deserialize, Debug, Clone)]
            #[connect(no_deserialize)]
            $item
        )*
    };
}

models! {
    struct Inner {
        id: u8,
        name: Option<String>,
    }
    struct Newtype(Inner);
    struct Nested(Newtype);
    #[serde(transparent)]
    struct Transparent {
        inner: Inner,
    }
    #[serde(tag = "kind")]
    enum Kind {
        Circle { radius: u8 },
        Point,
    }
    struct Tagged(Kind);
    enum External {
        Number(u8),
    }
    struct Named(External);
    #[serde(untagged)]
    enum Either {
        Left { left: u8 },
        Right { right: u8 },
    }
    struct Untagged(Box<Either>);
    struct Rest(BTreeMap<String, u8>);
    struct Unit;
    struct Flat<T> {
        #[serde(flatten)]
        flat: T,
        last: u8,
    }
    struct Page<T> {
        #[serde(flatten)]
        meta: T,
        next: Option<String>,
    }
    struct Outer<T> {
        #[serde(flatten)]
        inner: Page<T>,
        last: u8,
    }
    struct Deep<T> {
        #[serde(flatten)]
        outer: Option<Box<Outer<Wrap<T>>>>,
    }
    struct Wrap<T>(T);
    struct Counted<T> {
        items: Vec<T>,
    }
    struct List<T> {
        #[serde(flatten)]
        counted: Counted<T>,
    }
}

/// Both derives accept the texts with the same value, or refuse them.
fn agree<M: for<'de> Decode<'de> + DeserializeOwned + Debug>(texts: &[&str]) {
    for text in texts {
        let ours = from_str::<M>(text).map(|model| format!("{model:?}")).ok();
        let theirs = serde_json::from_str::<M>(text).map(|model| format!("{model:?}")).ok();
        assert_eq!(ours, theirs, "{} of {text}", std::any::type_name::<M>());
    }
}

macro_rules! agree {
    ($texts:expr; $($flat:ty),* $(,)?) => {
        $(agree::<Flat<$flat>>($texts);)*
    };
}

const INNER: &[&str] = &[
    r#"{"id": 1, "last": 2}"#,
    r#"{"last": 2, "name": "a", "more": [], "id": 1}"#,
    r#"{"name": "a", "last": 2}"#,
    r#"{"id": 1, "name": [], "last": 2}"#,
    r#"{"last": 2, "0": {"id": 1}}"#,
    "{}",
];

#[test]
fn a_newtype_has_the_keys_of_its_struct() {
    agree! { INNER;
        Newtype,
        Nested,
        Transparent,
        Wrap<Inner>,
        Wrap<Newtype>,
    }
}

#[test]
fn a_newtype_has_the_keys_of_its_enum() {
    let texts = &[
        r#"{"kind": "Circle", "radius": 1, "last": 2}"#,
        r#"{"radius": 1, "last": 2, "kind": "Circle"}"#,
        r#"{"kind": "Point", "last": 2}"#,
        r#"{"kind": "Square", "last": 2}"#,
        r#"{"last": 2, "Number": 1}"#,
        r#"{"last": 2, "right": 1}"#,
        r#"{"last": 2}"#,
    ];
    agree! { texts;
        Tagged,
        Named,
        Untagged,
    }
}

#[test]
fn a_newtype_of_a_map_takes_the_remaining_keys() {
    agree! { &[r#"{"a": 1, "last": 2, "b": 3}"#, r#"{"last": 2}"#, r#"{"last": 2, "a": []}"#];
        Rest,
        Wrap<Rest>,
    }
}

#[test]
fn pointers_have_the_keys_of_what_they_point_to() {
    agree! { INNER;
        Box<Newtype>,
        Rc<Inner>,
        Arc<Newtype>,
        Cow<'static, Inner>,
        Wrap<Arc<Inner>>,
    }
    agree! { &INNER[..2]; Option<Arc<Newtype>> }
    agree! { &[r#"{"last": 2}"#]; Option<Newtype> }
}

#[test]
fn types_without_content_take_no_key() {
    agree! { &[r#"{"last": 2}"#, r#"{"last": 2, "flat": null}"#, r#"{"flat": 1, "last": 2, "more": 1}"#, "{}"];
        (),
        Unit,
        IgnoredAny,
        PhantomData<u8>,
        Wrap<()>,
        Box<Unit>,
        Arc<()>,
    }
}

#[test]
fn generic_models_can_be_flattened_in_each_other() {
    let texts = &[
        r#"{"id": 1, "next": "a", "last": 2}"#,
        r#"{"last": 2, "name": "b", "id": 1}"#,
        r#"{"next": "a", "last": 2}"#,
    ];
    agree::<Outer<Inner>>(texts);
    agree::<Outer<Newtype>>(texts);
    agree::<Outer<()>>(texts);
    agree::<Deep<Inner>>(&texts[..2]);
    agree::<List<u8>>(&[r#"{"items": [1]}"#, "{}"]);
}

#[derive(ConnectModel, Debug)]
#[connect(check = is_named)]
struct Checked(#[connect(custom = is_low)] Inner);

fn is_low(inner: &Inner) -> Result<(), &'static str> {
    if inner.id < 10 { Ok(()) } else { Err("must be low") }
}

fn is_named(checked: &Checked) -> Result<(), &'static str> {
    if checked.0.name.is_some() { Ok(()) } else { Err("must have a name") }
}

#[derive(ConnectModel, Debug)]
#[connect(deny_unknown_fields)]
struct Closed {
    #[connect(flatten)]
    checked: Checked,
    last: u8,
}

#[test]
fn the_rules_of_a_flattened_newtype_are_run() {
    check::<Closed>(&[
        (
            r#"{"id": "1", "name": "a", "last": 2}"#,
            r#"Closed { checked: Checked(Inner { id: 1, name: Some("a") }), last: 2 } ~ coerced at id: "1""#,
        ),
        (r#"{"id": 1, "last": 2}"#, "! custom"),
        (r#"{"id": 1, "name": "a", "last": 2, "checked": 3}"#, "! unknown_field"),
    ]);
    assert_eq!(codes(&refuse::<Closed>(r#"{"last": 1, "id": 1, "name": "a", "id": 2}"#)), "! duplicate_field");
    let report = refuse::<Closed>(r#"{"id": 11, "name": "a", "last": 2}"#);
    assert_eq!(report.to_string(), "1:1: $: must be low [custom]");
    let built = Closed { checked: Checked(Inner { id: 11, name: Some(String::new()) }), last: 2 };
    assert_eq!(built.validate().unwrap_err().to_string(), "$: must be low [custom]");
}
