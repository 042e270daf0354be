//! `check`: functions that check whole models.

use connect_runtime::{ConnectModel, Decoder, Rejection};
use connect_tests::{accept, problems, refuse};

#[derive(Debug, ConnectModel)]
#[connect(rename_all = "camelCase", alias_all = "snake_case", check = Self::ends_after_start, check = is_not_empty)]
struct Stay<'a> {
    #[connect(range(max = 365))]
    first_day: u16,
    #[connect(alias = "to")]
    last_day: Option<u16>,
    #[connect(rename = "guest")]
    name: &'a str,
}

impl Stay<'_> {
    fn ends_after_start(&self) -> Result<(), Rejection> {
        match self.last_day {
            Some(last) if last < self.first_day => {
                Err(Rejection::new("is before the first day").code("period").field("last_day"))
            }
            None if self.first_day == 0 => Err(Rejection::new("must be given").field("lastDay")),
            _ => Ok(()),
        }
    }
}

fn is_not_empty(stay: &Stay<'_>) -> Result<(), &'static str> {
    if stay.name.is_empty() { Err("nobody stays") } else { Ok(()) }
}

#[test]
fn a_model_that_passes_its_checks_is_valid() {
    accept::<Stay<'_>>(r#"{"firstDay":1,"lastDay":1,"guest":"a"}"#);
    accept::<Stay<'_>>(r#"{"firstDay":1,"guest":"a"}"#);
}

#[test]
fn a_rejection_is_reported_at_the_object_or_at_the_field_it_names() {
    let text = "{\n  \"firstDay\": 3,\n  \"lastDay\": 2,\n  \"guest\": \"\"\n}";
    assert_eq!(
        problems(&refuse::<Stay<'_>>(text)),
        ["1:1: $: nobody stays [custom]", "3:14: lastDay: is before the first day [period]"]
    );
}

#[test]
fn the_named_field_is_found_however_its_key_is_spelled() {
    for (key, path) in [("lastDay", "lastDay"), ("last_day", "last_day"), ("to", "to"), (r"l\u0061stDay", "lastDay")] {
        let text = format!("{{\"{key}\":2,\"first_day\":3,\"guest\":\"a\"}}");
        let column = key.len() + 5;
        let wanted = format!("1:{column}: {path}: is before the first day [period]");
        assert_eq!(problems(&refuse::<Stay<'_>>(&text)), [wanted]);
    }
}

#[test]
fn a_rejection_of_an_absent_field_is_reported_at_the_object() {
    assert_eq!(
        problems(&refuse::<Stay<'_>>(r#" {"firstDay":0,"guest":"a"}"#)),
        ["1:2: lastDay: must be given [custom]"]
    );
}

#[test]
fn a_check_runs_only_if_all_fields_are_valid() {
    let codes = |text| problems(&refuse::<Stay<'_>>(text));
    assert_eq!(
        codes(r#"{"firstDay":400,"lastDay":2,"guest":""}"#),
        ["1:13: firstDay: must be at most 365, is 400 [range]"]
    );
    assert_eq!(codes(r#"{"firstDay":3,"lastDay":"x","guest":""}"#).len(), 1);
    assert_eq!(codes(r#"{"firstDay":3,"lastDay":2}"#).len(), 1);
}

#[test]
fn a_check_runs_despite_drift() {
    let text = r#"{"firstDay":"3","lastDay":2,"guest":"a","new":1}"#;
    assert_eq!(problems(&refuse::<Stay<'_>>(text)), ["1:27: lastDay: is before the first day [period]"]);
    let denied = Decoder::new().deny_unknown_fields(true).from_str::<Stay<'_>>(text).expect_err("an unknown field");
    assert_eq!(problems(&denied), ["1:41: new: unknown field `new`, `Stay` has no such field [unknown_field]"]);
}

#[derive(Debug, ConnectModel)]
struct Booking<'a> {
    #[connect(length(max = 1))]
    stays: Vec<Stay<'a>>,
    #[connect(range(min = 1))]
    beds: u8,
}

#[test]
fn checks_of_nested_models_run_even_if_other_fields_are_invalid() {
    let text = r#"{"stays":[{"firstDay":1,"guest":"a"},{"firstDay":2,"to":1,"guest":"b"}],"beds":0}"#;
    assert_eq!(
        problems(&refuse::<Booking<'_>>(text)),
        [
            "1:10: stays: must have at most 1 item, has 2 [length]",
            "1:57: stays[1].to: is before the first day [period]",
            "1:80: beds: must be at least 1, is 0 [range]",
        ]
    );
}

#[test]
fn validate_runs_checks_and_uses_wire_names() {
    let stay = |first_day, last_day| Stay { first_day, last_day: Some(last_day), name: "a" };
    let report = stay(3, 2).validate().expect_err("it ends before it starts");
    assert_eq!(problems(&report), ["lastDay: is before the first day [period]"]);
    let report = stay(400, 2).validate().expect_err("the first day is none");
    assert_eq!(problems(&report), ["firstDay: must be at most 365, is 400 [range]"]);
    let report = Booking { stays: vec![stay(1, 2), stay(2, 1)], beds: 1 }.validate().expect_err("two are too many");
    assert_eq!(
        problems(&report),
        ["stays[1].lastDay: is before the first day [period]", "stays: must have at most 1 item, has 2 [length]",]
    );
}
