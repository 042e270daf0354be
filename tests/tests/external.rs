//! Externally tagged enums, serde's default: `"name"` or `{"name": content}`.

use connect_runtime::{ConnectModel, Decoder, from_str};
use connect_tests::{check, check_with, refuse};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(ConnectModel, Debug, Clone, PartialEq, Serialize)]
#[connect(rename_all = "snake_case", rename_all_fields = "camelCase", no_deserialize)]
#[serde(rename_all = "snake_case", rename_all_fields = "camelCase")]
#[derive(Deserialize)]
enum Shape {
    Point,
    Circle(f64),
    #[serde(alias = "box")]
    Rectangle {
        side_a: u32,
        #[connect(range(min = 1))]
        side_b: u32,
    },
    Triangle(u32, u32, u32),
    Group(Vec<Shape>),
    Label(Option<String>),
}

#[test]
fn each_kind_of_variant_is_read_as_serde_writes_it() {
    check_with::<Only>(&Decoder::new(), &[(r#""point""#, "Only(Point)")]);
    check::<Only>(&[
        (r#"{"point": null}"#, "Only(Point)"),
        (r#"{"circle": 1.5}"#, "Only(Circle(1.5))"),
        (r#"{"rectangle": {"sideA": 1, "sideB": 2}}"#, "Only(Rectangle { side_a: 1, side_b: 2 })"),
        (r#"{"box": {"sideB": 2, "sideA": 1}}"#, "Only(Rectangle { side_a: 1, side_b: 2 })"),
        (r#"{"triangle": [3, 4, 5]}"#, "Only(Triangle(3, 4, 5))"),
        (r#"{"group": ["point", {"circle": 2}]}"#, "Only(Group([Point, Circle(2.0)]))"),
        (r#"{"label": null}"#, "Only(Label(None))"),
        (r#" { "label" : "x" } "#, r#"Only(Label(Some("x")))"#),
    ]);
}

/// A newtype around the enum, without checks of its own.
#[derive(ConnectModel, Debug, PartialEq)]
struct Only(Shape);

#[test]
fn coercion_and_drift_work_inside_the_content() {
    check::<Only>(&[
        (r#"{"circle": "1.5"}"#, r#"Only(Circle(1.5)) ~ coerced at circle: "1.5""#),
        (
            r#"{"rectangle": {"sideA": "1", "sideB": 2, "color": "red"}}"#,
            r#"Only(Rectangle { side_a: 1, side_b: 2 }) ~ coerced at rectangle.sideA: "1" ~ unknown_field at rectangle.color: "red""#,
        ),
    ]);
}

/// Compares the displayed report of each input.
#[track_caller]
fn check_messages(rows: &[(&str, &str)]) {
    for (text, wanted) in rows {
        assert_eq!(refuse::<Shape>(text).to_string(), *wanted, "{text}");
    }
}

#[test]
fn every_mistake_says_what_to_send_instead() {
    let names = "one of `point`, `circle`, `rectangle`, `triangle`, `group` or `label`";
    check_messages(&[
        (
            r#""pint""#,
            "1:1: $: the string `\"pint\"` is not a variant of `Shape`, did you mean `point`? [unknown_variant]",
        ),
        (
            r#"{"hexagon": {}}"#,
            &format!(
                "1:1: $: the string `\"hexagon\"` is not a variant of `Shape`, expected {names} [unknown_variant]"
            ),
        ),
        (r#""circle""#, "1:1: $: variant `circle` of `Shape` has content, expected `{\"circle\": ..}` [wrong_type]"),
        (
            "{}",
            &format!(
                "1:1: $: expected an object with one field that names the variant, {names}, found an empty object [wrong_type]"
            ),
        ),
        (
            r#"{"circle": 1, "point": null}"#,
            &format!(
                "1:1: $: expected an object with one field that names the variant, {names}, found more fields [wrong_type]"
            ),
        ),
        ("5", "1:1: $: expected a string or an object that names the variant, found the number `5` [wrong_type]"),
        ("null", "1:1: $: expected a string or an object that names the variant, found `null` [wrong_type]"),
    ]);
}

#[test]
fn problems_in_the_content_have_their_own_positions() {
    check_messages(&[
        (r#"{"circle": "x"}"#, "1:12: circle: expected a number, found the string `\"x\"` [invalid_number]"),
        (r#"{"rectangle": {"sideA": 1, "sideB": 0}}"#, "1:37: rectangle.sideB: must be at least 1, is 0 [range]"),
        (r#"{"triangle": [3, 4]}"#, "1:14: triangle: expected an array of 3 items, found 2 [wrong_length]"),
        (
            r#"{"group": ["point", {"circle": []}]}"#,
            "1:32: group[1].circle: expected a number, found an array [wrong_type]",
        ),
    ]);
}

#[test]
fn validate_reports_a_variants_fields_under_its_name() {
    let broken = Shape::Group(vec![Shape::Point, Shape::Rectangle { side_a: 1, side_b: 0 }]);
    let report = broken.validate().unwrap_err();
    assert_eq!(report.to_string(), "group[1].rectangle.sideB: must be at least 1, is 0 [range]");
    assert!(Shape::Rectangle { side_a: 0, side_b: 1 }.validate().is_ok());
}

#[derive(ConnectModel, Debug)]
enum Borrowed<'a> {
    Name(&'a str),
    Pair { first: &'a str, second: &'a str },
}

#[test]
fn content_borrows_from_the_input() {
    let text = r#"[{"Name": "a"}, {"Pair": {"first": "b", "second": "c"}}]"#;
    let read: Vec<Borrowed<'_>> = from_str(text).unwrap();
    assert_eq!(format!("{read:?}"), r#"[Name("a"), Pair { first: "b", second: "c" }]"#);
}

fn shapes() -> impl Strategy<Value = Shape> {
    let leaf = prop_oneof![
        Just(Shape::Point),
        (-1e9..1e9).prop_map(Shape::Circle),
        (any::<u32>(), 1..u32::MAX).prop_map(|(side_a, side_b)| Shape::Rectangle { side_a, side_b }),
        any::<(u32, u32, u32)>().prop_map(|(a, b, c)| Shape::Triangle(a, b, c)),
        any::<Option<String>>().prop_map(Shape::Label),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| prop::collection::vec(inner, 0..4).prop_map(Shape::Group))
}

proptest! {
    #[test]
    fn what_serde_writes_is_read_back_as_serde_reads_it(shape in shapes()) {
        let text = serde_json::to_string(&shape).unwrap();
        prop_assert_eq!(&from_str::<Shape>(&text).unwrap(), &shape);
        prop_assert_eq!(&serde_json::from_str::<Shape>(&text).unwrap(), &shape);
    }
}
