//! `with = module`, the modules in `with::`, and serde's `with` and `deserialize_with`.

#![allow(dead_code, reason = "fields are looked at through `Debug`")]

use connect_runtime::{ConnectModel, Decoder, with};
use connect_tests::{check, check_with, codes, refuse};
use jiff::Timestamp;

mod cents {
    use connect_runtime::Rejection;

    pub(crate) fn decode(json: &str) -> Result<i64, Rejection> {
        let (euros, cents) = json.split_once('.').unwrap_or((json, "0"));
        match (euros.parse::<i64>(), cents.parse::<i64>()) {
            (Ok(euros), Ok(cents)) => Ok(euros * 100 + cents),
            _ => Err(Rejection::new(format!("expected an amount, found {json}")).code("amount")),
        }
    }
}

mod plain {
    pub(crate) fn decode(json: &str) -> Result<String, &'static str> {
        if json == "null" { Err("must not be null") } else { Ok(json.to_owned()) }
    }
}

#[derive(ConnectModel, Debug)]
struct Order {
    #[connect(with = cents, range(min = 1))]
    total: i64,
    #[connect(with = self::plain, default)]
    text: String,
}

#[derive(Debug, PartialEq)]
struct NoModel(String);

mod no_model {
    use super::NoModel;

    pub(crate) fn decode(json: &str) -> Result<Option<NoModel>, String> {
        Ok((json != "null").then(|| NoModel(json.to_owned())))
    }
}

#[derive(ConnectModel, Debug)]
struct Foreign {
    #[connect(with = no_model)]
    optional: Option<NoModel>,
}

#[test]
fn the_function_gets_the_json_text_and_its_error_is_reported_at_the_value() {
    check::<Order>(&[
        (r#"{"total": 12.50}"#, r#"Order { total: 1250, text: "" }"#),
        (r#"{"total": 1, "text": {"a": [1, 2]} }"#, r#"Order { total: 100, text: "{\"a\": [1, 2]}" }"#),
        (r#"{"total": 1, "text": null}"#, "! invalid_value"),
        (r#"{"total": "x"}"#, "! amount"),
        (r#"{"total": 0}"#, "! range"),
        ("{}", "! missing_field"),
        (r#"{"total": 1, "total": 2}"#, "! duplicate_field"),
        (r#"{"total": x}"#, "! syntax"),
    ]);
    assert_eq!(
        refuse::<Order>(r#"{"text": null, "total": [1]}"#).to_string(),
        "1:10: text: must not be null [invalid_value]\n1:25: total: expected an amount, found [1] [amount]"
    );
}

#[test]
fn an_option_of_any_type_may_be_absent() {
    check::<Foreign>(&[
        ("{}", "Foreign { optional: None }"),
        (r#"{"optional": null}"#, "Foreign { optional: None }"),
        (r#"{"optional": 1}"#, r#"Foreign { optional: Some(NoModel("1")) }"#),
    ]);
}

mod inner_field {
    use connect_runtime::Rejection;

    pub(crate) fn decode(_: &str) -> Result<u8, Rejection> {
        Err(Rejection::new("is wrong").field("b"))
    }
}

#[derive(ConnectModel, Debug)]
struct Secret {
    #[connect(with = inner_field)]
    value: u8,
    #[connect(with = cents, sensitive)]
    total: i64,
}

#[test]
fn a_rejection_may_name_a_field_and_a_sensitive_one_shows_no_text() {
    assert_eq!(
        refuse::<Secret>(r#"{"value": {"a": 1, "b": [2]}, "total": "hunter2"}"#).to_string(),
        "1:25: value.b: is wrong [invalid_value]\n1:40: total: is not valid [amount]"
    );
}

#[derive(ConnectModel, Debug)]
struct Times {
    #[connect(with = with::unix_seconds)]
    seconds: Timestamp,
    #[connect(with = with::unix_millis)]
    millis: Option<Timestamp>,
}

#[test]
fn instants_are_read_exactly_from_numbers_and_numeric_strings() {
    check::<Times>(&[
        (r#"{"seconds": 1732350600}"#, "Times { seconds: 2024-11-23T08:30:00Z, millis: None }"),
        (
            r#"{"seconds": -0.000000001, "millis": 1732350600500}"#,
            "Times { seconds: 1969-12-31T23:59:59.999999999Z, millis: Some(2024-11-23T08:30:00.5Z) }",
        ),
        (
            r#"{"seconds": "1732350600.123456789", "millis": "0"}"#,
            concat!(
                r#"Times { seconds: 2024-11-23T08:30:00.123456789Z, millis: Some(1970-01-01T00:00:00Z) } "#,
                r#"~ coerced at seconds: "1732350600.123456789" ~ coerced at millis: "0""#
            ),
        ),
        (
            r#"{"seconds": 1.7323506e9, "millis": 0.000001}"#,
            "Times { seconds: 2024-11-23T08:30:00Z, millis: Some(1970-01-01T00:00:00.000000001Z) }",
        ),
        (r#"{"seconds": 0, "millis": null}"#, "Times { seconds: 1970-01-01T00:00:00Z, millis: None }"),
        (
            r#"{"seconds": -0e5, "millis": 0.0000010000}"#,
            "Times { seconds: 1970-01-01T00:00:00Z, millis: Some(1970-01-01T00:00:00.000000001Z) }",
        ),
    ]);
    check_with::<Times>(
        &Decoder::new().strict(true),
        &[
            (r#"{"seconds": "0"}"#, "! wrong_type"),
            (r#"{"seconds": 0}"#, "Times { seconds: 1970-01-01T00:00:00Z, millis: None }"),
        ],
    );
}

#[test]
fn an_invalid_instant_says_why() {
    let rows = [
        ("null", "1:13: seconds: expected seconds since 1970, found `null` [wrong_type]"),
        ("[]", "1:13: seconds: expected seconds since 1970, found an array [wrong_type]"),
        (r#""""#, "1:13: seconds: expected seconds since 1970, found the string `\"\"` [invalid_value]"),
        (r#"" 1""#, "1:13: seconds: expected seconds since 1970, found the string `\" 1\"` [invalid_value]"),
        ("true", "1:13: seconds: expected seconds since 1970, found `true` [wrong_type]"),
        (
            "1e99",
            "1:13: seconds: the number `1e99` is not an instant: it is out of range or finer than a nanosecond [invalid_value]",
        ),
        (
            "1e999999999999",
            "1:13: seconds: the number `1e999999999999` is not an instant: it is out of range or finer than a nanosecond [invalid_value]",
        ),
        (
            "1e-999999999999",
            "1:13: seconds: the number `1e-999999999999` is not an instant: it is out of range or finer than a nanosecond [invalid_value]",
        ),
        (
            "0.0000000001",
            "1:13: seconds: the number `0.0000000001` is not an instant: it is out of range or finer than a nanosecond [invalid_value]",
        ),
    ];
    for (value, wanted) in rows {
        assert_eq!(refuse::<Times>(&format!(r#"{{"seconds": {value}}}"#)).to_string(), wanted, "{value}");
    }
    let long = format!(r#"{{"seconds": 1{}}}"#, "0".repeat(100_000));
    assert_eq!(codes(&refuse::<Times>(&long)), "! invalid_value");
    assert!(refuse::<Times>(&long).to_string().len() < 300);
}

#[derive(ConnectModel, Debug)]
struct Lists {
    #[connect(with = with::csv, length(max = 3))]
    ids: Vec<u32>,
    #[connect(with = with::csv)]
    tags: Option<Vec<String>>,
}

#[test]
fn csv_is_a_string_of_items() {
    check::<Lists>(&[
        (r#"{"ids": "1, 2,3", "tags": "a , b\u002cc"}"#, r#"Lists { ids: [1, 2, 3], tags: Some(["a", "b", "c"]) }"#),
        (r#"{"ids": ""}"#, "Lists { ids: [], tags: None }"),
        (r#"{"ids": " ", "tags": null}"#, "Lists { ids: [], tags: None }"),
        (r#"{"ids": "1,2,3,4"}"#, "! length"),
        (r#"{"ids": "1,,3"}"#, "! invalid_value"),
        (r#"{"ids": [1]}"#, "! wrong_type"),
        (r#"{"ids": null}"#, "! wrong_type"),
        (r#"{"ids": 5}"#, "! wrong_type"),
    ]);
    assert_eq!(
        refuse::<Lists>(r#"{"ids": "1,x"}"#).to_string(),
        "1:9: ids: item 2 of the list, `x`: invalid digit found in string [invalid_value]"
    );
}

#[test]
fn the_modules_can_be_called_directly() {
    assert_eq!(with::csv::decode::<Vec<u8>>("\"1,2\""), Ok(vec![1, 2]));
    assert_eq!(with::unix_seconds::decode::<Timestamp>("1"), Ok(Timestamp::from_second(1).unwrap()));
    assert!(with::unix_millis::decode::<Option<Timestamp>>("{").is_err());
}

mod hex {
    use serde::{Deserialize, Deserializer, de::Error};

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        u32::from_str_radix(text, 16).map_err(D::Error::custom)
    }
}

#[derive(ConnectModel, Debug)]
struct OfSerde {
    #[serde(with = "hex")]
    color: u32,
    #[serde(deserialize_with = "hex::deserialize", default)]
    other: u32,
    #[serde(with = "hex")]
    #[connect(with = cents)]
    ours: i64,
}

#[test]
fn serde_functions_get_a_deserializer_and_connect_takes_precedence() {
    check::<OfSerde>(&[
        (r#"{"color": "ff", "ours": 1.50}"#, "OfSerde { color: 255, other: 0, ours: 150 }"),
        (r#"{"color": "ff", "other": "10", "ours": 1}"#, "OfSerde { color: 255, other: 16, ours: 100 }"),
    ]);
    assert_eq!(
        refuse::<OfSerde>(r#"{"color": 5, "other": "xyz", "ours": 1}"#).to_string(),
        "1:11: color: invalid type: integer `5`, expected a borrowed string [invalid_value]\n\
         1:23: other: invalid digit found in string [invalid_value]"
    );
}

#[derive(ConnectModel, Debug)]
struct Cents(#[connect(with = cents)] i64);

#[derive(ConnectModel, Debug)]
#[connect(untagged)]
enum Either {
    Amount(#[connect(with = cents)] i64),
    Named {
        #[connect(with = cents)]
        amount: i64,
    },
}

#[test]
fn newtypes_and_variants_support_it_too() {
    check::<Cents>(&[("1.5", "Cents(105)"), ("[]", "! amount")]);
    check::<Vec<Either>>(&[(r#"[1, {"amount": 2}]"#, "[Amount(100), Named { amount: 200 }]")]);
}

mod unit {
    pub(crate) fn decode(json: &str) -> Result<&'static str, String> {
        ["kg", "lb"]
            .into_iter()
            .find(|unit| json == format!("\"{unit}\""))
            .ok_or_else(|| format!("expected `kg` or `lb`, found {json}"))
    }
}

#[derive(ConnectModel, Debug)]
struct Weight {
    #[connect(with = unit)]
    unit: &'static str,
}

#[test]
fn a_module_may_return_what_lives_forever() {
    check::<Weight>(&[(r#"{"unit":"kg"}"#, r#"Weight { unit: "kg" }"#), (r#"{"unit":"t"}"#, "! invalid_value")]);
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type")]
enum Tagged {
    Whole(#[connect(with = length)] usize),
    Counted(#[serde(deserialize_with = "count")] usize),
}

mod length {
    pub(super) fn decode(json: &str) -> Result<usize, String> {
        Ok(json.len())
    }
}

fn count<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    let members =
        <std::collections::BTreeMap<String, serde_json::Value> as serde::Deserialize>::deserialize(deserializer);
    members.map(|members| members.len())
}

#[test]
fn a_tagged_variants_module_gets_the_text_with_the_tag_and_serdes_function_the_object_without() {
    connect_tests::check::<Tagged>(&[
        (r#"{"type": "Whole", "a": 1}"#, "Whole(25)"),
        (r#"{"type": "Counted", "a": 1}"#, "Counted(1)"),
    ]);
}
