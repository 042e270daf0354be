//! Models that contain themselves, and the depth limit.

use std::{collections::HashMap, rc::Rc};

use connect_runtime::{ConnectModel, Decoder, from_str};
use connect_tests::{check, codes, on_small_stack, refuse};

#[derive(ConnectModel, Debug)]
struct Comment {
    text: String,
    #[connect(default)]
    replies: Vec<Comment>,
    parent: Option<Box<Comment>>,
    #[connect(default)]
    by_language: HashMap<String, Comment>,
    shared: Option<Rc<Comment>>,
}

#[test]
fn a_model_may_contain_itself_through_every_container() {
    check::<Comment>(&[(
        r#"{"text": "a", "replies": [{"text": 1}], "parent": {"text": "b"}, "by_language": {"de": {"text": "c"}}, "shared": null}"#,
        concat!(
            r#"Comment { text: "a", replies: [Comment { text: "1", replies: [], parent: None, by_language: {}, shared: None }], "#,
            r#"parent: Some(Comment { text: "b", replies: [], parent: None, by_language: {}, shared: None }), "#,
            r#"by_language: {"de": Comment { text: "c", replies: [], parent: None, by_language: {}, shared: None }}, shared: None }"#,
            r#" ~ coerced at replies[0].text: 1"#
        ),
    )]);
    let report = refuse::<Comment>(r#"{"text": "a", "replies": [{"text": "b", "parent": {"replies": [{}]}}]}"#);
    assert_eq!(
        report.to_string(),
        "1:51: replies[0].parent.text: required field `text` is missing [missing_field]\n\
         1:64: replies[0].parent.replies[0].text: required field `text` is missing [missing_field]"
    );
}

#[derive(ConnectModel, Debug)]
struct Tree(Vec<Tree>);

#[derive(ConnectModel, Debug)]
struct Chain(Option<Box<Chain>>);

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Wrapped {
    Number(u8),
    Inner(Box<Wrapped>),
}

#[derive(ConnectModel, Debug)]
struct Ping(Option<Box<Pong>>);

#[derive(ConnectModel, Debug)]
struct Pong(Vec<Ping>, u8);

#[test]
fn newtypes_may_contain_nothing_but_themselves() {
    check::<Chain>(&[("null", "Chain(None)"), (" null ", "Chain(None)")]);
    check::<Wrapped>(&[("7", "Number(7)")]);
    check::<Ping>(&[("null", "Ping(None)"), ("[[null],1]", "Ping(Some(Pong([Ping(None)], 1)))")]);
}

#[test]
fn a_value_that_leads_back_to_itself_ends_at_the_depth_limit() {
    on_small_stack(|| {
        for text in ["7", "[]", "{}", r#""x""#] {
            assert_eq!(codes(&refuse::<Chain>(text)), "! depth_limit", "{text}");
        }
        let report = refuse::<Vec<Wrapped>>(r#"[7, 8, "x"]"#);
        assert_eq!(
            report.to_string(),
            "1:8: [2]: the value is read as one type inside another without an end [depth_limit]"
        );
    });
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
#[allow(clippy::redundant_allocation, reason = "pointers in pointers are what is tested")]
enum Boxes {
    Flag(Box<bool>),
    Number(Box<Box<u8>>),
    Text(Box<Box<Box<String>>>),
}

#[test]
fn pointers_to_what_is_read_once_are_not_counted() {
    let text = format!("[{}true, 1, \"x\"]", "\"x\", ".repeat(1000));
    assert_eq!(from_str::<Vec<Boxes>>(&text).unwrap().len(), 1003);
}

#[derive(ConnectModel, Debug)]
enum Expr {
    Number(f64),
    Neg(Box<Expr>),
    Sum(Vec<Expr>),
    Let { name: String, value: Box<Expr>, body: Box<Expr> },
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "t")]
enum Tagged {
    Leaf,
    Node { inner: Box<Tagged> },
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Json {
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Map(HashMap<String, Json>),
}

#[test]
fn newtypes_and_enums_may_contain_themselves() {
    check::<Tree>(&[("[[], [[]]]", "Tree([Tree([]), Tree([Tree([])])])")]);
    check::<Expr>(&[(
        r#"{"Let": {"name": "x", "value": {"Number": 1}, "body": {"Sum": [{"Neg": {"Number": "2"}}]}}}"#,
        r#"Let { name: "x", value: Number(1.0), body: Sum([Neg(Number(2.0))]) } ~ coerced at Let.body.Sum[0].Neg.Number: "2""#,
    )]);
    check::<Json>(&[(
        r#"[null, true, 1, "a", {"b": [2]}]"#,
        r#"List([Null, Flag(true), Number(1.0), Text("a"), Map({"b": List([Number(2.0)])})])"#,
    )]);
}

/// `inside` between `depth` times `open` and `depth` times `close`.
fn nested(depth: usize, open: &str, inside: &str, close: &str) -> String {
    format!("{}{inside}{}", open.repeat(depth), close.repeat(depth))
}

#[test]
fn nesting_of_128_is_read_on_a_small_stack_and_129_is_refused() {
    on_small_stack(|| {
        assert!(from_str::<Tree>(&nested(127, "[", "[]", "]")).is_ok());
        assert_eq!(codes(&refuse::<Tree>(&nested(128, "[", "[]", "]"))), "! depth_limit");
        assert!(from_str::<Expr>(&nested(128, r#"{"Neg":"#, r#""x""#, "}")).is_err());
        assert!(from_str::<Expr>(&nested(127, r#"{"Neg":"#, r#"{"Number":1}"#, "}")).is_ok());
        assert_eq!(codes(&refuse::<Expr>(&nested(128, r#"{"Neg":"#, r#"{"Number":1}"#, "}"))), "! depth_limit");
        let tagged = |depth| nested(depth, r#"{"t":"Node","inner":"#, r#"{"t":"Leaf"}"#, "}");
        assert!(from_str::<Tagged>(&tagged(127)).is_ok());
        assert_eq!(codes(&refuse::<Tagged>(&tagged(128))), "! depth_limit");
    });
}

#[test]
fn an_untagged_json_value_is_refused_before_it_exhausts_stack_or_time() {
    on_small_stack(|| {
        assert_eq!(codes(&refuse::<Json>(&nested(129, "[", "", "]"))), "! depth_limit");
        assert!(from_str::<Json>(&nested(20, "[", "1", "]")).is_ok());
    });
    let deeper = Decoder::new().max_depth(64);
    assert_eq!(codes(&deeper.from_str::<Json>(&nested(65, "[", "", "]")).unwrap_err()), "! depth_limit");
}
