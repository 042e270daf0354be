//! `one_of`: strings and integers from a list.

use std::{borrow::Cow, num::NonZero};

use connect_runtime::ConnectModel;
use connect_tests::{accept, problems, refuse};

const FIRST: &str = "first";
const FALLBACK: u16 = 418;

#[derive(Debug, ConnectModel)]
struct Choice<'a> {
    #[connect(one_of("a", "b", "c d"))]
    text: Option<String>,
    #[connect(one_of(FIRST, "second"))]
    constant: Option<&'a str>,
    #[connect(one_of(1, -2, 0x10))]
    number: Option<i64>,
    #[connect(one_of(200, FALLBACK))]
    status: Option<u16>,
    #[connect(one_of(1, 340282366920938463463374607431768211455, message = "is neither end"))]
    huge: Option<u128>,
    #[connect(one_of(1, 2))]
    non_zero: Option<NonZero<u8>>,
    #[connect(one_of(""))]
    empty: Option<Cow<'a, str>>,
    #[connect(each(one_of("x", "y")))]
    items: Option<Vec<Option<String>>>,
}

#[test]
fn choices_are_compared_as_a_whole_and_case_sensitively() {
    accept::<Choice<'_>>(
        r#"{"text":"c d","constant":"second","number":16,"status":418,"huge":340282366920938463463374607431768211455,
            "non_zero":2,"empty":"","items":["x",null,"y"]}"#,
    );
    accept::<Choice<'_>>(r#"{"text":"\u0061","number":"-2"}"#);
    accept::<Choice<'_>>(r#"{"text":null}"#);
    for text in [r#"{"text":"A"}"#, r#"{"text":"ab"}"#, r#"{"text":""}"#, r#"{"number":2}"#, r#"{"empty":" "}"#] {
        refuse::<Choice<'_>>(text);
    }
}

#[test]
fn the_message_lists_the_choices_and_shows_the_value() {
    let text = r#"{"text":"x","constant":"third","number":3,"status":404,"huge":2,"non_zero":3,"items":["x","z"]}"#;
    assert_eq!(
        problems(&refuse::<Choice<'_>>(text)),
        [
            "1:9: text: must be one of `a`, `b` or `c d`, is `x` [one_of]",
            "1:24: constant: must be one of `first` or `second`, is `third` [one_of]",
            "1:41: number: must be one of `1`, `-2` or `16`, is `3` [one_of]",
            "1:52: status: must be one of `200` or `418`, is `404` [one_of]",
            "1:63: huge: is neither end [one_of]",
            "1:76: non_zero: must be one of `1` or `2`, is `3` [one_of]",
            "1:91: items[1]: must be one of `x` or `y`, is `z` [one_of]",
        ]
    );
}
