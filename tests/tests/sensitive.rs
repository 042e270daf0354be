//! `sensitive`: nothing that may be logged contains any text of the value.

use std::collections::HashMap;

use connect_runtime::{ConnectModel, Decoder, Rejection, Report};
use connect_tests::problems;

fn is_not_reused(password: &str) -> Result<(), String> {
    Err(format!("{password} was used before"))
}

fn is_strong(_: &str) -> Result<(), Rejection> {
    Err(Rejection::new("is too weak"))
}

#[derive(Debug, ConnectModel)]
struct Login {
    #[connect(sensitive, length(max = 3), pattern = "^x", one_of("abc", "def"), custom = is_not_reused, custom = is_strong)]
    password: Option<String>,
    #[connect(sensitive, range(max = 9999), multiple_of = 2)]
    pin: Option<u32>,
    #[connect(sensitive, each(one_of(1, 2)), length(max = 1))]
    codes: Option<Vec<u32>>,
    #[connect(sensitive)]
    card: Option<Card>,
    #[connect(sensitive)]
    keys: Option<HashMap<String, u32>>,
}

#[derive(Debug, ConnectModel)]
struct Card {
    #[connect(range(max = 12))]
    month: u8,
    #[connect(one_of("visa", "amex"))]
    brand: String,
}

/// Everything that a report can show.
fn shown(report: &Report) -> String {
    let json = serde_json::to_string(report).expect("a report is written");
    format!("{report} {report:?} {json} {:?}", report.issues())
}

fn read(text: &str) -> Report {
    Decoder::new().from_str::<Login>(text).expect_err("it is not valid")
}

#[test]
fn rules_of_a_sensitive_field_state_the_requirement_and_not_the_value() {
    let report = read(r#"{"password":"hunter2","pin":98765,"codes":[1,42017]}"#);
    assert_eq!(
        problems(&report),
        [
            "1:13: password: must be at most 3 characters long [length]",
            "1:13: password: must match the pattern `^x` [pattern]",
            "1:13: password: must be one of `abc` or `def` [one_of]",
            "1:13: password: is not valid [custom]",
            "1:13: password: is too weak [custom]",
            "1:29: pin: must be at most 9999 [range]",
            "1:29: pin: must be a multiple of 2 [multiple_of]",
            "1:43: codes: must have at most 1 item [length]",
            "1:46: codes[1]: must be one of `1` or `2` [one_of]",
        ]
    );
    for secret in ["hunter2", "98765", "42017"] {
        assert!(!shown(&report).contains(secret), "{}", shown(&report));
    }
}

#[test]
fn models_inside_a_sensitive_field_hide_their_values_too() {
    let report = read(r#"{"card":{"month":77,"brand":"secretbank"}}"#);
    assert_eq!(
        problems(&report),
        ["1:18: card.month: must be at most 12 [range]", "1:29: card.brand: must be one of `visa` or `amex` [one_of]"]
    );
    let value = Login {
        password: None,
        pin: None,
        codes: None,
        card: Some(Card { month: 77, brand: "secretbank".to_owned() }),
        keys: None,
    };
    let report = value.validate().expect_err("it is not valid");
    assert_eq!(
        problems(&report),
        ["card.month: must be at most 12 [range]", "card.brand: must be one of `visa` or `amex` [one_of]"]
    );
    assert!(!shown(&report).contains("secretbank") && !shown(&report).contains("77"));
}

#[test]
fn values_that_cannot_be_decoded_are_not_shown_either() {
    for text in [
        r#"{"password":{"hunter2":1}}"#,
        r#"{"password":["hunter2"]}"#,
        r#"{"pin":"hunter2"}"#,
        r#"{"pin":123456789012}"#,
        r#"{"pin":0.123456789012}"#,
        r#"{"codes":{"hunter2":123456789012}}"#,
        r#"{"codes":["hunter2"]}"#,
        r#"{"card":{"month":"hunter2","brand":"hunter2"}}"#,
        r#"{"card":"hunter2"}"#,
        r#"{"keys":{"a":"hunter2"}}"#,
    ] {
        let shown = shown(&read(text));
        for secret in ["hunter2", "123456789012"] {
            assert!(!shown.contains(secret), "{text}: {shown}");
        }
    }
}

#[derive(Debug, ConnectModel)]
struct Loose {
    #[connect(sensitive)]
    password: String,
    #[connect(sensitive)]
    card: Card,
    plan: String,
}

#[test]
fn drift_hides_the_found_text() {
    let text = r#"{"password":123456,"card":{"month":"12","brand":"visa","new":"hunter2"},"plan":7}"#;
    let read = Decoder::new().decode::<Loose>(text).expect("a value");
    assert_eq!((read.value.password.as_str(), read.value.card.month, read.value.plan.as_str()), ("123456", 12, "7"));
    let found: Vec<_> =
        read.drift.changes().iter().map(|change| format!("{}: {}", change.path(), change.found())).collect();
    assert_eq!(found, ["password: ", "card.month: ", "card.new: ", "plan: 7"]);
    let shown = format!("{} {:?} {}", read.drift, read.drift, serde_json::to_string(&read.drift).expect("JSON"));
    for secret in ["123456", "\"12\"", "hunter2"] {
        assert!(!shown.contains(secret), "{secret} is in {shown}");
    }
}
