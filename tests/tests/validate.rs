//! Rules in whole models: the order of problems, names in paths, and `validate()` on values built by hand.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
};

use allocation_counter::measure;
use connect_runtime::{ConnectModel, Rejection};
use connect_tests::{accept, problems, refuse};

#[derive(Debug, Clone, PartialEq, ConnectModel)]
#[connect(rename_all = "camelCase", alias_all = "snake_case", check = is_paid)]
struct Order<'a> {
    #[connect(length(min = 1, max = 3))]
    lines: Vec<Line>,
    #[connect(pattern = "^[A-Z]{3}$", rename = "currency", alias = "cur")]
    currency_code: &'a str,
    #[connect(range(min = 0, max = 100), multiple_of = 5)]
    discount_percent: u8,
    note: Option<Box<Note<'a>>>,
}

#[derive(Debug, Clone, PartialEq, ConnectModel)]
struct Line {
    #[connect(range(min = 1))]
    amount: i32,
}

#[derive(Debug, Clone, PartialEq, ConnectModel)]
struct Note<'a> {
    #[connect(length(max = 5))]
    text: Cow<'a, str>,
}

fn is_paid(order: &Order<'_>) -> Result<(), Rejection> {
    if order.discount_percent < 100 { Ok(()) } else { Err(Rejection::new("is for free").field("discount_percent")) }
}

#[test]
fn every_violated_rule_is_reported_at_once_in_input_order() {
    let text = r#"{
  "discount_percent": 7,
  "cur": "eur",
  "lines": [{"amount": 1}, {"amount": 0}, {"amount": 2}, {"amount": -1}],
  "note": {"text": "too long"}
}"#;
    assert_eq!(
        problems(&refuse::<Order<'_>>(text)),
        [
            "2:23: discount_percent: must be a multiple of 5, is 7 [multiple_of]",
            "3:10: cur: must match the pattern `^[A-Z]{3}$` [pattern]",
            "4:12: lines: must have at most 3 items, has 4 [length]",
            "4:39: lines[1].amount: must be at least 1, is 0 [range]",
            "4:69: lines[3].amount: must be at least 1, is -1 [range]",
            "5:20: note.text: must be at most 5 characters long, is 8 [length]",
        ]
    );
}

#[test]
fn rules_run_even_if_other_fields_are_invalid() {
    assert_eq!(
        problems(&refuse::<Order<'_>>(r#"{"lines":[{"amount":0}],"discountPercent":"x","note":7}"#)),
        [
            "1:1: currency: required field `currency` is missing [missing_field]",
            "1:21: lines[0].amount: must be at least 1, is 0 [range]",
            "1:43: discountPercent: expected an integer, found the string `\"x\"` [invalid_number]",
            "1:54: note: expected an object, found the number `7` [wrong_type]",
        ]
    );
}

#[test]
fn a_value_of_the_wrong_type_suppresses_only_the_rules_of_what_contains_it() {
    let text =
        r#"{"lines":[{"amount":0},{"amount":1},{"amount":1},{"amount":null}],"currency":"e","discountPercent":0}"#;
    assert_eq!(
        problems(&refuse::<Order<'_>>(text)),
        [
            "1:21: lines[0].amount: must be at least 1, is 0 [range]",
            "1:60: lines[3].amount: expected an integer, found `null` [wrong_type]",
            "1:78: currency: must match the pattern `^[A-Z]{3}$` [pattern]",
        ]
    );
}

fn order(amounts: &[i32], currency_code: &'static str, discount_percent: u8, note: &'static str) -> Order<'static> {
    Order {
        lines: amounts.iter().map(|&amount| Line { amount }).collect(),
        currency_code,
        discount_percent,
        note: Some(Box::new(Note { text: Cow::Borrowed(note) })),
    }
}

#[test]
fn validate_reports_the_same_with_canonical_paths_in_field_order() {
    assert_eq!(order(&[1], "EUR", 5, "short").validate(), Ok(()));
    let report = order(&[1, 0, 2, -1], "eur", 107, "too long").validate().expect_err("it is not valid");
    assert_eq!(
        problems(&report),
        [
            "lines[1].amount: must be at least 1, is 0 [range]",
            "lines[3].amount: must be at least 1, is -1 [range]",
            "lines: must have at most 3 items, has 4 [length]",
            "currency: must match the pattern `^[A-Z]{3}$` [pattern]",
            "discountPercent: must be at most 100, is 107 [range]",
            "discountPercent: must be a multiple of 5, is 107 [multiple_of]",
            "note.text: must be at most 5 characters long, is 8 [length]",
        ]
    );
    let first = &report.issues()[0];
    assert_eq!((first.line(), first.column(), first.span()), (None, None, None));
    assert_eq!(first.path().pointer(), "/lines/1/amount");
}

#[test]
fn the_check_runs_last_and_only_if_nothing_else_is_wrong() {
    let found = |order: Order<'_>| problems(&order.validate().expect_err("it is not valid"));
    assert_eq!(found(order(&[1], "EUR", 100, "")), ["discountPercent: is for free [custom]"]);
    assert_eq!(found(order(&[0], "EUR", 100, "")), ["lines[0].amount: must be at least 1, is 0 [range]"]);
    let text = r#"{"lines":[{"amount":1}],"currency":"EUR","discountPercent":100}"#;
    assert_eq!(problems(&refuse::<Order<'_>>(text)), ["1:60: discountPercent: is for free [custom]"]);
}

#[derive(ConnectModel)]
struct Full<'a> {
    #[connect(length(min = 1, max = 9), pattern = "^[a-z]+$")]
    text: String,
    #[connect(email)]
    email: &'a str,
    #[connect(url)]
    url: Cow<'a, str>,
    #[connect(uuid)]
    uuid: Option<String>,
    #[connect(ip)]
    ip: String,
    #[connect(one_of("a", "b"))]
    choice: String,
    #[connect(range(min = 0, max = 1), multiple_of = 0.25)]
    share: f64,
    #[connect(length(max = 2), each(length(min = 1), custom = is_fine))]
    list: Vec<String>,
    #[connect(each(each(range(max = 9))))]
    map: HashMap<String, BTreeSet<u8>>,
    orders: Vec<Order<'a>>,
}

fn is_fine(text: &str) -> Result<(), Rejection> {
    if text.is_empty() { Err(Rejection::new("is empty")) } else { Ok(()) }
}

#[test]
fn validate_allocates_nothing_for_a_valid_value() {
    let full = Full {
        text: "text".to_owned(),
        email: "joe@example.com",
        url: Cow::Borrowed("https://example.com/a?b#c"),
        uuid: Some("2eb8aa08-aa98-11ea-b4aa-73b441d16380".to_owned()),
        ip: "::1".to_owned(),
        choice: "b".to_owned(),
        share: 0.75,
        list: vec!["a".to_owned(), "b".to_owned()],
        map: HashMap::from([("a".to_owned(), BTreeSet::from([1, 2]))]),
        orders: vec![order(&[1, 2], "EUR", 5, "short")],
    };
    // Patterns are compiled when they are first needed.
    assert_eq!(full.validate(), Ok(()));
    let allocations = measure(|| assert_eq!(full.validate(), Ok(()))).count_total;
    assert_eq!(allocations, 0);
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Quiet {
    text: String,
}

#[test]
fn a_model_without_rules_is_always_valid() {
    assert_eq!(Quiet { text: String::new() }.validate(), Ok(()));
    assert_eq!(accept::<Quiet>(r#"{"text":""}"#), Quiet { text: String::new() });
}

#[test]
fn violated_rules_are_listed_in_serdes_error() {
    let error = serde_json::from_str::<Vec<Line>>(r#"[{"amount":1},{"amount":0}]"#).expect_err("it is not valid");
    assert!(error.to_string().contains("must be at least 1, is 0"), "{error}");
}
