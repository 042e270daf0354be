//! `custom`: user-defined functions that check single values.

#![expect(clippy::trivially_copy_pass_by_ref, reason = "the function of `custom` is called with a reference")]

use std::borrow::Cow;

use connect_runtime::{Code, ConnectModel, Rejection};
use connect_tests::{accept, problems, refuse};

fn is_even(number: &u32) -> Result<(), &'static str> {
    if number.is_multiple_of(2) { Ok(()) } else { Err("must be even") }
}

fn has_no_space(text: &str) -> Result<(), String> {
    if text.contains(' ') { Err(format!("has a space at {}", text.find(' ').unwrap_or(0))) } else { Ok(()) }
}

fn is_known(text: &str) -> Result<(), Rejection> {
    match text {
        "new" => Err(Rejection::new("is not known yet").code("unknown_plan")),
        "old" => Err(Rejection::new("is no longer sold").code("one_of")),
        _ => Ok(()),
    }
}

fn is_short(items: &[u8]) -> Result<(), &'static str> {
    if items.len() < 3 { Ok(()) } else { Err("is long") }
}

fn fits<const N: usize>(text: &str) -> Result<(), &'static str> {
    if text.len() <= N { Ok(()) } else { Err("does not fit") }
}

mod rules {
    pub(crate) fn is_positive<T: Copy + Into<f64>>(number: &T) -> Result<(), &'static str> {
        if (*number).into() > 0.0 { Ok(()) } else { Err("must be positive") }
    }
}

#[derive(Debug, ConnectModel)]
struct Plan<'a> {
    #[connect(custom = is_even)]
    number: u32,
    #[connect(custom = has_no_space, custom = is_known, length(max = 9))]
    name: Option<String>,
    #[connect(custom(is_known, message = "is none of ours"))]
    cow: Option<Cow<'a, str>>,
    #[connect(custom = fits::<2>)]
    text: Option<&'a str>,
    #[connect(custom = is_short, each(custom = rules::is_positive))]
    list: Option<Box<[u8]>>,
    #[connect(custom = Self::is_half)]
    #[expect(clippy::option_option, reason = "rules see through both")]
    share: Option<Option<f32>>,
    #[connect(each(custom = has_no_space))]
    words: Option<Vec<Option<String>>>,
}

impl Plan<'_> {
    fn is_half(share: &f32) -> Result<(), &'static str> {
        if (*share - 0.5).abs() < f32::EPSILON { Ok(()) } else { Err("must be a half") }
    }
}

#[test]
fn a_value_that_every_function_accepts_is_valid() {
    accept::<Plan<'_>>(r#"{"number":4}"#);
    accept::<Plan<'_>>(r#"{"number":4,"name":"a","cow":"b","text":"cd","list":[1,2],"share":0.5,"words":["a",null]}"#);
    accept::<Plan<'_>>(r#"{"number":4,"name":null,"share":null,"words":null}"#);
}

#[test]
fn a_rejection_is_reported_at_the_value_with_its_code() {
    let text =
        r#"{"number":5,"name":"a b","cow":"new","text":"abc","list":[1,0,2],"share":0.25,"words":["a",null,"b c"]}"#;
    assert_eq!(
        problems(&refuse::<Plan<'_>>(text)),
        [
            "1:11: number: must be even [custom]",
            "1:20: name: has a space at 1 [custom]",
            "1:32: cow: is none of ours [unknown_plan]",
            "1:45: text: does not fit [custom]",
            "1:58: list: is long [custom]",
            "1:61: list[1]: must be positive [custom]",
            "1:74: share: must be a half [custom]",
            "1:97: words[2]: has a space at 1 [custom]",
        ]
    );
}

#[test]
fn several_functions_on_a_field_all_run() {
    #[derive(Debug, ConnectModel)]
    struct Name {
        #[connect(custom = has_no_space, custom = fits::<2>)]
        name: String,
    }
    assert_eq!(
        problems(&refuse::<Name>(r#"{"name":"a b"}"#)),
        ["1:9: name: has a space at 1 [custom]", "1:9: name: does not fit [custom]"]
    );
}

#[test]
fn a_custom_code_keeps_its_text_and_a_known_code_is_recognised() {
    let code = |name: &str| {
        let report = refuse::<Plan<'_>>(&format!("{{\"number\":2,\"name\":\"{name}\"}}"));
        report.issues()[0].code().clone()
    };
    assert_eq!(code("new"), Code::Custom("unknown_plan".into()));
    assert_eq!(code("new").as_str(), "unknown_plan");
    assert_eq!(code("old"), Code::OneOf);
}

#[derive(Debug, ConnectModel)]
struct Period {
    start: u8,
    end: u8,
}

fn ends_after_start(period: &Period) -> Result<(), Rejection> {
    if period.start <= period.end { Ok(()) } else { Err(Rejection::new("ends before it starts").field("end")) }
}

#[derive(Debug, ConnectModel)]
struct Stay {
    #[connect(custom = ends_after_start)]
    period: Period,
}

#[test]
fn a_function_on_a_model_may_name_one_of_its_fields() {
    assert_eq!(
        problems(&refuse::<Stay>(r#"{"period":{"end":1,"start":2}}"#)),
        ["1:18: period.end: ends before it starts [custom]"]
    );
}
