//! Externally tagged enums, serde's own way: `"Name"` or `{"Name": content}`.

use std::collections::{BTreeMap, HashMap};

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, refuse};

#[derive(ConnectModel, Debug, Clone, PartialEq, serde::Serialize)]
#[connect(rename_all = "snake_case", rename_all_fields = "camelCase")]
#[serde(rename_all = "snake_case", rename_all_fields = "camelCase")]
enum Shape {
    Point,
    Circle(f64),
    #[connect(alias = "box")]
    Rectangle {
        side_a: u32,
        #[connect(range(min = 1))]
        side_b: u32,
    },
    Triangle(u32, u32, u32),
    Group(Vec<Shape>),
}

#[test]
fn each_kind_of_variant_is_read_as_serde_writes_it() {
    check::<Shape>(&[
        (r#""point""#, "Point"),
        (r#"{"point": null}"#, "Point"),
        (r#"{"circle": 1.5}"#, "Circle(1.5)"),
        (r#"{"rectangle": {"sideA": 1, "sideB": 2}}"#, "Rectangle { side_a: 1, side_b: 2 }"),
        (r#"{"box": {"sideB": 2, "sideA": 1}}"#, "Rectangle { side_a: 1, side_b: 2 }"),
        (r#"{"triangle": [3, 4, 5]}"#, "Triangle(3, 4, 5)"),
        (r#"{"group": ["point", {"circle": 2}]}"#, "Group([Point, Circle(2.0)])"),
    ]);
}

#[test]
fn print() {
    for text in [
        r#""pint""#, r#""circle""#, r#"{"circle": "x"}"#, r#"{"rectangle": {"sideA": "1", "sideB": 0}}"#, r#"{"triangle": [3, 4]}"#, r#"{}"#, r#"{"circle": 1, "point": null}"#, r#"{"cirle": 1}"#, "5", "null",
    ] {
        println!("{text}: {}", refuse::<Shape>(text));
    }
    let _: Option<(HashMap<u8, u8>, BTreeMap<u8, u8>)> = None;
    let _ = Decoder::new();
}
