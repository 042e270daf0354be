//! `none_if`: JSON values that stand for `None`.

use connect_runtime::{ConnectModel, Decoder, from_str};
use connect_tests::{check, check_with, problems, refuse};
use jiff::civil::Date;

#[derive(ConnectModel, Debug, PartialEq)]
struct Limits {
    seats: u32,
}

#[derive(ConnectModel, Debug)]
struct Account {
    #[connect(none_if("N/A", "-", "", "a\"\u{e9}"))]
    plan: Option<String>,
    #[connect(none_if(0, -1, 1.5, 1e2))]
    seats: Option<u32>,
    #[connect(none_if([], false))]
    limits: Option<Limits>,
    #[connect(none_if({}, null, true))]
    tags: Option<Option<Vec<u8>>>,
    #[connect(none_if("0000-00-00"))]
    closed: Option<Date>,
}

const NONE: &str = "Account { plan: None, seats: None, limits: None, tags: None, closed: None }";

#[test]
fn each_sentinel_is_none_without_drift() {
    let all = r#"{"plan": "N/A", "seats": 0, "limits": [], "tags": {}, "closed": "0000-00-00"}"#;
    let others = r#"{"plan": "-", "seats": -1, "limits": false, "tags": null}"#;
    check::<Account>(&[
        ("{}", NONE),
        (all, NONE),
        (others, NONE),
        (r#"{"plan": "", "seats": 1.5, "tags": true}"#, NONE),
    ]);
    check_with::<Account>(&Decoder::new().strict(true), &[(all, NONE), (others, NONE)]);
}

#[test]
fn values_are_compared_unescaped_exactly_and_whatever_the_white_space() {
    check::<Account>(&[
        (r#"{"plan": "\u004E\/A", "seats": 0.0, "limits": [ ], "tags": {  }}"#, NONE),
        (
            r#"{"plan": "a\"\u00e9", "seats": -0e5, "limits":[
        ]}"#,
            NONE,
        ),
        (r#"{"plan": "a\u0022é", "seats": 100.0}"#, NONE),
        (r#"{"seats": 0.1e3}"#, NONE),
    ]);
}

#[test]
fn anything_else_is_read_as_usual() {
    check::<Account>(&[
        (
            r#"{"plan": "N/A ", "seats": "0", "limits": {"seats": 1}, "tags": [1], "closed": "2024-11-23"}"#,
            concat!(
                r#"Account { plan: Some("N/A "), seats: Some(0), limits: Some(Limits { seats: 1 }), "#,
                r#"tags: Some(Some([1])), closed: Some(2024-11-23) } ~ coerced at seats: "0""#
            ),
        ),
        (r#"{"seats": 1e-400}"#, "! invalid_number"),
        (r#"{"seats": -2}"#, "! number_out_of_range"),
        (r#"{"limits": [1]}"#, "! wrong_type"),
        (r#"{"limits": true}"#, "! wrong_type"),
        (r#"{"limits": {}}"#, "! missing_field"),
        (r#"{"closed": "0000-00-01"}"#, "! invalid_value"),
        (r#"{"plan": "N/A"#, "! syntax"),
        (r#"{"plan": "\ud800"}"#, "! syntax"),
        (r#"{"limits": fals}"#, "! syntax"),
        (r#"{"limits": falsey}"#, "! syntax"),
        (r#"{"limits": [}"#, "! syntax"),
    ]);
    let report = refuse::<Account>("{\n \"plan\": \"-\", \"seats\": true, \"limits\": \"N/A\"}");
    assert_eq!(
        problems(&report),
        [
            "2:24: seats: expected an integer, found `true` [wrong_type]",
            "2:40: limits: expected an object, found the string `\"N/A\"` [wrong_type]"
        ]
    );
}

#[test]
fn a_long_number_is_compared_in_linear_time() {
    let text = format!("{{\"seats\": {}1}}", "0.".to_owned() + &"0".repeat(1_000_000));
    check::<Account>(&[(&text, "! invalid_number"), (&text.replace("01}", "0}"), NONE)]);
}

mod upper {
    pub(super) fn decode(json: &str) -> Result<Option<String>, &'static str> {
        Ok(Some(json.to_uppercase()))
    }
}

#[derive(ConnectModel, Debug)]
struct Combined {
    #[connect(none_if("-"), with = upper)]
    with: Option<String>,
    #[connect(none_if(0), from_str)]
    from_str: Option<u16>,
    #[connect(none_if("none", "?"), serde)]
    serde: Option<u8>,
    #[connect(none_if("-"), fallback, default = Some(9), range(max = 9))]
    fallback: Option<u8>,
    #[connect(none_if("-"), one_or_many, skip_invalid)]
    items: Option<Vec<u8>>,
    #[connect(none_if(0), strict)]
    strict: Option<u8>,
    #[connect(none_if("secret"), sensitive)]
    sensitive: Option<u8>,
    #[connect(none_if("-"), empty_as_none, length(min = 3))]
    ruled: Option<String>,
}

#[derive(ConnectModel, Debug)]
struct Present {
    #[connect(required, none_if("-"))]
    id: Option<u8>,
}

#[test]
fn it_combines_with_every_way_to_read_a_value() {
    let none = "Combined { with: None, from_str: None, serde: None, fallback: None, items: None, strict: None, \
                sensitive: None, ruled: None }";
    let values = r#""with": "-", "from_str": 0.0, "serde": "?", "fallback": "-", "items": "-", "strict": 0"#;
    check::<Combined>(&[
        (&format!(r#"{{{values}, "sensitive": "secret", "ruled": ""}}"#), none),
        (&format!(r#"{{{values}, "sensitive": "secret", "ruled": "-"}}"#), none),
        (r#"{"strict": "0"}"#, "! wrong_type"),
        (r#"{"ruled": "--"}"#, "! length"),
    ]);
    let read = from_str::<Combined>(r#"{"with": "a", "from_str": "0", "serde": 4, "fallback": 10, "items": 5}"#);
    let read = read.unwrap();
    assert_eq!((read.with.as_deref(), read.from_str, read.serde), (Some("\"A\""), Some(0), Some(4)));
    assert_eq!((read.fallback, read.items), (Some(9), Some(vec![5])));
    let report = refuse::<Combined>(r#"{"sensitive": "secrets"}"#);
    assert!(!report.to_string().contains("secrets"), "{report}");
    check::<Present>(&[(r#"{"id": "-"}"#, "Present { id: None }"), ("{}", "! missing_field")]);
}

#[derive(ConnectModel, Debug)]
#[connect(none_if("", "N/A", 0))]
struct Contact {
    name: Option<String>,
    age: Option<u8>,
    #[connect(none_if("?"))]
    city: Option<String>,
    #[connect(default_if(0), default = Some(7))]
    rank: Option<u8>,
    note: String,
    #[connect(flatten)]
    rest: Option<Limits>,
}

#[derive(ConnectModel, Debug)]
#[connect(none_if("-"))]
enum Event {
    Opened { by: Option<String> },
    Closed(Option<u8>),
}

#[test]
fn on_a_container_it_is_for_every_option_without_its_own() {
    check::<Contact>(&[
        (
            r#"{"name": "N/A", "age": 0, "city": "", "rank": 0, "note": ""}"#,
            concat!(
                r#"Contact { name: None, age: None, city: Some(""), rank: Some(7), note: "", rest: None }"#,
                " ~ defaulted at rank: 0"
            ),
        ),
        (
            r#"{"name": "", "age": "N/A", "city": "?", "rank": "N/A", "note": "N/A", "seats": 0}"#,
            r#"Contact { name: None, age: None, city: None, rank: None, note: "N/A", rest: Some(Limits { seats: 0 }) }"#,
        ),
    ]);
    check::<Event>(&[(r#"{"Opened": {"by": "-"}}"#, "Opened { by: None }"), (r#"{"Closed": "-"}"#, "Closed(None)")]);
}

#[derive(ConnectModel, Debug)]
struct Level(#[connect(none_if("-"))] Option<u8>);

#[test]
fn a_newtype_takes_it() {
    check::<Vec<Level>>(&[(r#"["-", 3]"#, "[Level(None), Level(Some(3))]")]);
}
