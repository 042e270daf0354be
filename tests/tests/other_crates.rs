//! Field types from other crates, each behind the cargo feature of the same name.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use connect_runtime::{Code, ConnectModel, Decode, Decoder, from_str};
use indexmap::{IndexMap, IndexSet};
use rust_decimal::Decimal;
use secrecy::{ExposeSecret, SecretBox, SecretString};
use url::Url;
use uuid::Uuid;

fn code_of<'de, T: Decode<'de>>(text: &'de str) -> Code {
    match from_str::<T>(text) {
        Ok(_) => panic!("{text} was accepted"),
        Err(report) => report.issues()[0].code().clone(),
    }
}

#[test]
fn chrono_types_accept_only_rfc_3339() {
    let instant: DateTime<FixedOffset> = from_str("\"2024-11-23T08:30:00.25+05:30\"").unwrap();
    assert_eq!(instant.to_rfc3339(), "2024-11-23T08:30:00.250+05:30");
    let utc: DateTime<Utc> = from_str("\"2024-11-23t08:30:00-00:00\"").unwrap();
    assert_eq!(utc.timestamp(), 1_732_350_600);
    assert_eq!(from_str::<NaiveDate>("\"2024-02-29\"").unwrap().to_string(), "2024-02-29");
    assert_eq!(from_str::<NaiveTime>("\"08:30:00.000000001\"").unwrap().to_string(), "08:30:00.000000001");
    assert_eq!(from_str::<NaiveDateTime>("\"2024-11-23T08:30:00\"").unwrap().to_string(), "2024-11-23 08:30:00");
    let never = "\"9999-12-31T23:59:59.9999999Z\"";
    assert_eq!(from_str::<DateTime<Utc>>(never).unwrap().timestamp(), 253_402_300_799);
    for text in ["\"0000-01-01T00:00:00+00:01\"", "\"9999-12-31T23:59:59-00:01\""] {
        assert_eq!(code_of::<DateTime<Utc>>(text), Code::InvalidValue, "{text} is not of a year of four digits in UTC");
    }
    let broken = [
        "2024-11-23 08:30:00Z",
        "2024-11-23T08:30:00",
        "2024-11-23T08:30Z",
        "2023-02-29T00:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-11-23T24:00:00Z",
        "2024-11-23T08:30:60Z",
        "20241123T083000Z",
        "2024-11-23T08:30:00.1234567891Z",
        "",
    ];
    for text in broken {
        assert_eq!(code_of::<DateTime<Utc>>(&format!("\"{text}\"")), Code::InvalidValue, "{text}");
    }
    assert_eq!(code_of::<DateTime<Utc>>("1732350600"), Code::WrongType);
    assert_eq!(code_of::<NaiveDate>("\"2024-11-23T08:30:00Z\""), Code::InvalidValue);
}

#[test]
fn a_uuid_must_be_hyphenated_as_the_rule_requires() {
    let text = "67e55044-10b1-426f-9247-bb680e5fe0c8";
    assert_eq!(from_str::<Uuid>(&format!("\"{text}\"")).unwrap().to_string(), text);
    assert_eq!(from_str::<Uuid>(&format!("\"{}\"", text.to_uppercase())).unwrap().to_string(), text);
    for broken in [text.replace('-', ""), format!("{{{text}}}"), format!("urn:uuid:{text}"), String::new()] {
        assert_eq!(code_of::<Uuid>(&format!("\"{broken}\"")), Code::InvalidValue, "{broken}");
    }
    assert_eq!(code_of::<Uuid>("7"), Code::WrongType);
}

#[test]
fn a_url_is_what_the_url_crate_parses() {
    assert_eq!(from_str::<Url>("\"https://a.example/b?c#d\"").unwrap().path(), "/b");
    let report = from_str::<Url>("\"/b\"").unwrap_err();
    assert_eq!(report.issues()[0].message(), "expected a URL, found the string `\"/b\"`: relative URL without a base");
    assert_eq!(code_of::<Url>("7"), Code::WrongType);
}

#[test]
fn a_decimal_keeps_every_digit_or_is_refused() {
    for text in ["0", "1.10", "-0.000", "79228162514264337593543950335", "0.0000000000000000000000000001"] {
        assert_eq!(from_str::<Decimal>(text).unwrap(), text.parse::<Decimal>().unwrap(), "{text}");
    }
    assert_eq!(from_str::<Decimal>("1.10").unwrap().to_string(), "1.10");
    assert_eq!(from_str::<Decimal>("1.5e3").unwrap(), Decimal::from(1500));
    assert_eq!(from_str::<Decimal>("15e-1").unwrap().to_string(), "1.5");
    assert_eq!(from_str::<Decimal>("0e99").unwrap(), Decimal::ZERO);
    for text in ["79228162514264337593543950336", "0.00000000000000000000000000001", "1e29", "1e-29", "1e99999999999"] {
        assert_eq!(code_of::<Decimal>(text), Code::NumberOutOfRange, "{text}");
    }
    let decoded = Decoder::new().decode::<Decimal>("\"12.50\"").unwrap();
    assert_eq!((decoded.value.to_string().as_str(), decoded.drift.changes().len()), ("12.50", 1));
    assert_eq!(code_of::<Decimal>("\"12,50\""), Code::InvalidNumber);
}

#[test]
fn indexmap_types_keep_the_input_order() {
    let map: IndexMap<String, u8> = from_str(r#"{"b": 1, "a": 2}"#).unwrap();
    assert_eq!(map.keys().collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(from_str::<IndexSet<u8>>("[3, 1, 3]").unwrap().into_iter().collect::<Vec<_>>(), [3, 1]);
    assert_eq!(code_of::<IndexMap<String, u8>>(r#"{"b": 1, "b": 2}"#), Code::DuplicateField);
}

#[derive(ConnectModel)]
struct Login {
    #[connect(length(min = 3))]
    tags: IndexSet<String>,
    #[connect(flatten)]
    rest: IndexMap<String, u8>,
}

#[test]
fn indexmap_types_support_rules_and_flatten() {
    let login: Login = from_str(r#"{"z": 1, "tags": ["a", "b", "c"], "y": 2}"#).unwrap();
    assert_eq!(login.tags.len(), 3);
    assert_eq!(login.rest.keys().collect::<Vec<_>>(), ["z", "y"]);
    let report = from_str::<Login>(r#"{"tags": []}"#).err().unwrap();
    assert_eq!(report.to_string(), "1:10: tags: must have at least 3 items, has 0 [length]");
}

#[test]
fn the_text_of_a_secret_never_leaks() {
    assert_eq!(from_str::<SecretString>("\"hunter2\"").unwrap().expose_secret(), "hunter2");
    assert_eq!(*from_str::<SecretBox<u32>>("1234").unwrap().expose_secret(), 1234);
    let report = from_str::<SecretBox<u32>>("\"hunter2\"").unwrap_err();
    assert!(!format!("{report} {report:?}").contains("hunter2"), "{report}");
    let decoded = Decoder::new().decode::<SecretString>("5550123").unwrap();
    assert_eq!(decoded.drift.changes()[0].found(), "");
}
