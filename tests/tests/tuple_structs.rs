//! Tuple structs and unit structs.

use std::marker::PhantomData;

use connect_runtime::{ConnectModel, Decoder, from_str};
use connect_tests::{check, check_refused, check_with, refuse};
use serde::{Deserialize, Serialize};

#[derive(ConnectModel, Debug, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
struct Point(i32, #[connect(range(min = 0))] i32, Option<String>);

#[test]
fn values_are_read_by_index() {
    check::<Point>(&[
        ("[1, 2, null]", "Point(1, 2, None)"),
        (r#"["-1", 2.0, 5]"#, r#"Point(-1, 2, Some("5")) ~ coerced at [0]: "-1" ~ coerced at [2]: 5"#),
    ]);
    check_refused::<Point>("wrong_length", &["[1, 2]", "[]"]);
    check_refused::<Point>("wrong_type", &["{}", "1", "null"]);
}

#[test]
fn problems_are_reported_at_their_index() {
    assert_eq!(
        refuse::<Vec<Point>>(r#"[[1, -1, "a"], ["x", -1, []]]"#).to_string(),
        "1:6: [0][1]: must be at least 0, is -1 [range]\n\
         1:17: [1][0]: expected an integer, found the string `\"x\"` [invalid_number]\n\
         1:22: [1][1]: must be at least 0, is -1 [range]\n\
         1:26: [1][2]: expected a string, found an array [wrong_type]"
    );
    assert_eq!(
        refuse::<Point>("[1, -1]").to_string(),
        "1:1: $: expected an array of 3 items, found 2 [wrong_length]\n1:5: [1]: must be at least 0, is -1 [range]"
    );
    assert_eq!(Point(0, -1, None).validate().unwrap_err().to_string(), "[1]: must be at least 0, is -1 [range]");
}

#[test]
fn items_after_the_last_position_are_unknown_fields() {
    check::<Point>(&[
        (
            r#"[1, 2, null, 4, {"a": [5]}]"#,
            r#"Point(1, 2, None) ~ unknown_field at [3]: 4 ~ unknown_field at [4]: {"a": [5]}"#,
        ),
        (r#"[1, -2, null, "a:b"]"#, "! range"),
        ("[1, 2, null,]", "! syntax"),
    ]);
    check::<Vec<Point>>(&[(r#"[[1, 2, null, "x:1"]]"#, r#"[Point(1, 2, None)] ~ unknown_field at [0][3]: "x:1""#)]);
    check_with::<Point>(&Decoder::new().list_unknown_fields(false), &[("[1, 2, null, 4]", "Point(1, 2, None)")]);
    check_with::<Point>(
        &Decoder::new().strict(true),
        &[("[1, 2, null, 4]", "Point(1, 2, None) ~ unknown_field at [3]: 4")],
    );
}

#[derive(ConnectModel, Debug)]
#[connect(deny_unknown_fields)]
struct Exact(u8, u8);

#[derive(ConnectModel, Debug)]
#[connect(deny_unknown_fields)]
enum Shape {
    Line(u8, u8),
}

#[test]
fn items_after_the_last_position_are_refused_where_unknown_fields_are() {
    assert_eq!(
        refuse::<Exact>("[1, 2, 3, [4]]").to_string(),
        "1:8: [2]: unknown item, the array has only 2 items [unknown_field]\n\
         1:11: [3]: unknown item, the array has only 2 items [unknown_field]"
    );
    check::<Exact>(&[("[1, 2]", "Exact(1, 2)"), ("[true, 2, 3]", "! wrong_type ! unknown_field")]);
    let deny = Decoder::new().deny_unknown_fields(true);
    check_with::<Point>(&deny, &[("[1, 2, null, 4]", "! unknown_field"), ("[1, 2, null]", "Point(1, 2, None)")]);
    check_with::<(u8,)>(&deny, &[("[1, 2]", "! unknown_field"), ("[1]", "(1,)")]);
    check::<Shape>(&[(r#"{"Line": [1, 2, 3]}"#, "! unknown_field"), (r#"{"Line": [1, 2]}"#, "Line(1, 2)")]);
}

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Place {
    Flat(f64, f64),
    Deep(f64, f64, f64),
}

#[test]
fn an_untagged_enum_takes_the_tuple_that_has_a_position_for_every_item() {
    check::<Place>(&[
        ("[1, 2]", "Flat(1.0, 2.0)"),
        ("[1, 2, 3]", "Deep(1.0, 2.0, 3.0)"),
        ("[1, 2, 3, 4]", "Flat(1.0, 2.0) ~ unknown_field at [2]: 3 ~ unknown_field at [3]: 4"),
    ]);
}

#[derive(ConnectModel, Debug)]
struct Mixed<T>(u8, #[connect(skip)] (), T, PhantomData<T>);

#[test]
fn a_skipped_value_takes_no_index() {
    check::<Mixed<bool>>(&[("[1, true, null]", "Mixed(1, (), true, PhantomData<bool>)")]);
    assert_eq!(
        refuse::<Mixed<bool>>("[1, 2, null]").to_string(),
        "1:5: [1]: expected `true` or `false`, found the number `2` [wrong_type]"
    );
}

#[derive(ConnectModel, Debug, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
struct Unit;

#[derive(ConnectModel, Debug, PartialEq, Serialize, Deserialize)]
#[connect(no_deserialize)]
struct Nothing();

#[derive(ConnectModel, Debug)]
struct Holder {
    unit: Option<Unit>,
    phantom: PhantomData<u8>,
}

#[test]
fn unit_structs_are_null_and_empty_tuple_structs_are_empty_arrays() {
    check::<Unit>(&[("null", "Unit"), ("{}", "! wrong_type"), ("0", "! wrong_type")]);
    check::<Nothing>(&[("[]", "Nothing"), ("[1]", "Nothing ~ unknown_field at [0]: 1"), ("null", "! wrong_type")]);
    check::<Holder>(&[
        ("{}", "Holder { unit: None, phantom: PhantomData<u8> }"),
        (r#"{"unit": null, "phantom": null}"#, "Holder { unit: None, phantom: PhantomData<u8> }"),
    ]);
}

#[derive(ConnectModel, Debug)]
#[connect(check = is_ordered)]
struct Range(u32, u32);

fn is_ordered(range: &Range) -> Result<(), &'static str> {
    if range.0 <= range.1 { Ok(()) } else { Err("ends before it starts") }
}

#[test]
fn a_check_sees_the_whole_struct() {
    check::<Range>(&[("[1, 2]", "Range(1, 2)"), ("[2, 1]", "! custom"), ("[2]", "! wrong_length")]);
    assert!(Range(2, 1).validate().is_err());
}

#[derive(ConnectModel, Debug, Default, PartialEq, Deserialize)]
#[connect(no_deserialize)]
#[serde(default)]
struct Defaulted(u8, u8);

#[test]
fn an_array_that_ends_early_takes_the_rest_from_the_containers_default() {
    check::<Defaulted>(&[
        ("[]", "Defaulted(0, 0)"),
        ("[1]", "Defaulted(1, 0)"),
        ("[1, 2]", "Defaulted(1, 2)"),
        ("[1, 2, 3]", "Defaulted(1, 2) ~ unknown_field at [2]: 3"),
        ("[null]", "! wrong_type"),
        ("{}", "! wrong_type"),
        ("null", "! wrong_type"),
    ]);
    for text in ["[]", "[1]", "[1, 2]"] {
        assert_eq!(from_str::<Defaulted>(text).unwrap(), serde_json::from_str(text).unwrap(), "{text}");
    }
}

#[derive(ConnectModel, Debug, PartialEq, Deserialize)]
#[connect(no_deserialize)]
struct Trailing(u8, #[serde(default = "three")] u8, #[serde(skip)] bool, #[serde(default)] Option<u8>);

fn three() -> u8 {
    3
}

#[derive(ConnectModel, Debug)]
enum Event {
    Moved(u8, #[connect(default = 3, range(max = 5))] u8),
    Lenient(#[connect(fallback, default = 1)] u8, u8),
}

#[test]
fn an_array_that_ends_early_takes_the_defaults_of_the_last_fields() {
    check::<Trailing>(&[
        ("[1]", "Trailing(1, 3, false, None)"),
        ("[1, 2]", "Trailing(1, 2, false, None)"),
        ("[1, 2, 4]", "Trailing(1, 2, false, Some(4))"),
        (r#"[1, "x"]"#, "! invalid_number"),
        ("[1, null]", "! wrong_type"),
    ]);
    for text in ["[1]", "[1, 2]", "[1, 2, 4]"] {
        assert_eq!(from_str::<Trailing>(text).unwrap(), serde_json::from_str(text).unwrap(), "{text}");
    }
    let message = "1:1: $: expected an array of 1 to 3 items, found 0 [wrong_length]";
    assert_eq!(refuse::<Trailing>("[]").to_string(), message);
    check::<Trailing>(&[("[1, 2, 3, 4]", "Trailing(1, 2, false, Some(3)) ~ unknown_field at [3]: 4")]);
    check::<Event>(&[
        (r#"{"Moved": [1]}"#, "Moved(1, 3)"),
        (r#"{"Moved": [1, 6]}"#, "! range"),
        (r#"{"Moved": []}"#, "! wrong_length"),
        (r#"{"Lenient": ["x", 2]}"#, r#"Lenient(1, 2) ~ replaced at Lenient[0]: "x""#),
        (r#"{"Lenient": [1]}"#, "! wrong_length"),
    ]);
}

#[derive(ConnectModel, Debug, Deserialize)]
#[connect(no_deserialize)]
#[serde(default = "made")]
struct Made(String, #[serde(skip)] u8, #[serde(default)] Option<u8>, #[connect(range(min = 1))] i8);

fn made() -> Made {
    Made("made".to_owned(), 7, Some(9), 0)
}

#[test]
fn the_default_of_a_field_or_skipped_field_is_taken_as_in_a_struct_with_names() {
    check::<Made>(&[
        (r#"["a", null, 3]"#, r#"Made("a", 7, None, 3)"#),
        (r#"["a", 4, 3]"#, r#"Made("a", 7, Some(4), 3)"#),
    ]);
    let (text, read) = (r#"["a"]"#, "1:1: [2]: must be at least 1, is 0 [range]");
    assert_eq!(refuse::<Made>(text).to_string(), read);
    let by_serde: Made = serde_json::from_str(text).unwrap();
    assert_eq!((by_serde.0.as_str(), by_serde.1, by_serde.2, by_serde.3), ("a", 7, None, 0));
}

#[test]
fn what_serde_writes_is_read_back() {
    for point in [Point(1, 2, None), Point(-1, 0, Some("a\"b".to_owned()))] {
        assert_eq!(from_str::<Point>(&serde_json::to_string(&point).unwrap()).unwrap(), point);
    }
    assert_eq!(from_str::<Unit>(&serde_json::to_string(&Unit).unwrap()).unwrap(), Unit);
    assert_eq!(from_str::<Nothing>(&serde_json::to_string(&Nothing()).unwrap()).unwrap(), Nothing());
}
