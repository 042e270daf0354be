//! A tag that an object has twice: `duplicate_field`, wherever and however the second one is spelled.

use connect_runtime::{Code, ConnectModel, Decode, Issue};
use connect_tests::{check, codes, refuse};
use std::fmt::Debug;

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Closed {
    A { x: Option<u8> },
    B,
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Open {
    A {
        x: Option<u8>,
    },
    #[connect(other)]
    Rest,
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type", content = "c")]
enum Adjacent {
    A {
        x: u8,
    },
    B,
    #[connect(other)]
    Rest,
}

#[derive(ConnectModel, Debug)]
struct Flat {
    n: Option<u8>,
    #[connect(flatten)]
    closed: Closed,
}

#[derive(ConnectModel, Debug)]
enum External {
    A(u8),
    B,
}

#[derive(ConnectModel, Debug)]
enum OpenExternal {
    A(u8),
    #[connect(other)]
    Rest,
}

/// Objects with two tags, in every spelling and order that matters; what else they have is valid.
const REPEATED: &[&str] = &[
    r#"{"type":"A","type":"A"%}"#,
    r#"{"type":"A","type":"B"%}"#,
    r#"{"type":"B","type":"A"%}"#,
    r#"{"type":"z","type":"A"%}"#,
    r#"{"type":"A","type":"z"%}"#,
    r#"{"type":"z","type":"z"%}"#,
    r#"{"type":"A","\u0074ype":"A"%}"#,
    r#"{"\u0074ype":"A","type":"A"%}"#,
    r#"{"type":"\u0041","type":"A"%}"#,
    r#"{"type":"z","\u0074ype":"z"%}"#,
    r#"{"\u0074ype":"z","type":"z"%}"#,
    r#"{"type":1,"type":"A"%}"#,
    r#"{"y":[1],"type":"z","y2":{"type":1},"type":"A"%}"#,
    r#"{"type":"A","type":null%}"#,
];

fn refuse_each<T: for<'de> Decode<'de> + Debug>(rest: &str) {
    for text in REPEATED {
        for text in [
            text.replace('%', rest),
            text.replacen('{', &format!("{{{},", rest.trim_start_matches(',')), 1).replace('%', ""),
        ] {
            let report = refuse::<T>(&text);
            let is_duplicate =
                |issue: &Issue| *issue.code() == Code::DuplicateField && issue.path().to_string() == "type";
            assert!(report.issues().iter().any(is_duplicate), "{text}: {report}");
        }
    }
}

#[test]
fn a_second_tag_is_a_duplicate_field_in_every_kind_of_tagged_enum() {
    refuse_each::<Closed>(r#","x":1"#);
    refuse_each::<Open>(r#","x":1"#);
    refuse_each::<Adjacent>(r#","c":{"x":1}"#);
    refuse_each::<Flat>(r#","n":1"#);
}

#[test]
fn a_tag_of_an_object_inside_is_not_a_second_one() {
    check::<Open>(&[
        (r#"{"type":"z","y":{"type":"A"},"z":[{"type":1}]}"#, r#"Rest ~ unknown_variant at type: "z""#),
        (r#"{"y":{"type":"A"},"type":"A"}"#, r#"A { x: None } ~ unknown_field at y: {"type":"A"}"#),
    ]);
}

#[test]
fn the_text_after_a_refused_tag_is_still_checked() {
    assert_eq!(codes(&refuse::<Closed>(r#"{"type":"z","x":[}"#)), "! unknown_variant ! syntax");
    assert_eq!(codes(&refuse::<Closed>(r#"{"x":[},"type":"z"}"#)), "! syntax");
}

#[test]
fn the_verdict_on_a_second_field_does_not_depend_on_the_order() {
    check::<External>(&[
        (r#"{"zz":1,"A":1}"#, "! wrong_type"),
        (r#"{"A":1,"zz":1}"#, "! wrong_type"),
        (r#"{"A":1,"A":1}"#, "! wrong_type"),
        (r#"{"zz":1}"#, "! unknown_variant"),
        (r#"{"zz":[}"#, "! syntax"),
        (r#"{"B":null}"#, "B"),
    ]);
    check::<OpenExternal>(&[
        (r#"{"zz":1,"A":1}"#, "! wrong_type"),
        (r#"{"A":1,"zz":1}"#, "! wrong_type"),
        (r#"{"zz":1,"yy":1}"#, r#"Rest ~ unknown_variant at $: {"zz":1,"yy":1}"#),
    ]);
}
