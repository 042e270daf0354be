//! The modules of `with::` for flags, bytes and instants, in both directions.

#![allow(dead_code, reason = "fields are looked at through `Debug`")]

use chrono::{DateTime, Utc};
use connect_runtime::{ConnectModel, Decoder, with};
use connect_tests::{check, check_with, refuse};
use jiff::Timestamp;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(ConnectModel, Debug)]
struct Flags {
    #[connect(each(with = with::flag))]
    all: Vec<Option<bool>>,
}

#[test]
fn a_flag_is_a_bool_whatever_it_is_called_and_all_but_true_and_false_is_drift() {
    for (json, flag) in [("true", "Some(true)"), ("false", "Some(false)"), ("null", "None")] {
        check::<Flags>(&[(&format!(r#"{{"all": [{json}]}}"#), &format!("Flags {{ all: [{flag}] }}"))]);
    }
    let coerced = [
        ("true", &["1", r#""1""#, r#""yes""#, r#""YES""#, r#""On""#, r#""true""#, r#""True""#, r#""\u0079es""#][..]),
        ("false", &["0", r#""0""#, r#""no""#, r#""No""#, r#""OFF""#, r#""false""#, r#""FALSE""#][..]),
    ];
    for (flag, spellings) in coerced {
        for json in spellings {
            let wanted = format!("Flags {{ all: [Some({flag})] }} ~ coerced at all[0]: {json}");
            check::<Flags>(&[(&format!(r#"{{"all": [{json}]}}"#), &wanted)]);
        }
    }
    for json in ["2", "1.0", "-1", r#""y""#, r#""""#, r#"" yes""#] {
        check::<Flags>(&[(&format!(r#"{{"all": [{json}]}}"#), "! invalid_value")]);
    }
    check::<Flags>(&[(r#"{"all": [[]]}"#, "! wrong_type"), (r#"{"all": [{}]}"#, "! wrong_type")]);
    check_with::<Flags>(&Decoder::new().strict(true), &[(r#"{"all": [1]}"#, "! wrong_type")]);
    assert_eq!(
        refuse::<Flags>(r#"{"all": ["maybe"]}"#).to_string(),
        "1:10: all[0]: expected `true` or `false`, `1` or `0`, `yes` or `no`, `on` or `off`, found the string `\"maybe\"` [invalid_value]"
    );
}

#[derive(ConnectModel, Debug)]
struct Blobs {
    #[connect(with = with::base64, default)]
    base64: Vec<u8>,
    #[connect(with = with::hex)]
    hex: Option<[u8; 2]>,
}

#[test]
fn bytes_are_read_from_base64_and_hex() {
    check::<Blobs>(&[
        (r#"{"base64": "AQID", "hex": "0aFf"}"#, "Blobs { base64: [1, 2, 3], hex: Some([10, 255]) }"),
        (r#"{"base64": "AQI=", "hex": null}"#, "Blobs { base64: [1, 2], hex: None }"),
        (r#"{"base64": "AQ"}"#, "Blobs { base64: [1], hex: None }"),
        (r#"{"base64": "-_\u002d_"}"#, "Blobs { base64: [251, 255, 191], hex: None }"),
        (r#"{"base64": ""}"#, "Blobs { base64: [], hex: None }"),
        (r#"{"base64": null}"#, "! wrong_type"),
        (r#"{"base64": 5}"#, "! wrong_type"),
        (r#"{"hex": "00"}"#, "! wrong_length"),
    ]);
    let reasons = [
        (r#"{"base64": "A"}"#, "the last character is left over: it is cut off"),
        (r#"{"base64": "AR"}"#, "the last character has bits that belong to no byte"),
        (r#"{"base64": "AQ="}"#, "the padding does not fill up a group of four characters"),
        (r#"{"base64": "===="}"#, "the padding does not fill up a group of four characters"),
        (r#"{"base64": "A QI"}"#, "` ` is not in the alphabet"),
        (r#"{"base64": "A=QI"}"#, "`=` is not in the alphabet"),
        (r#"{"base64": "+-AA"}"#, "it mixes the standard alphabet with the one for URLs"),
        (r#"{"hex": "012"}"#, "a byte has two digits, and one is missing"),
        (r#"{"hex": "0x"}"#, "`x` is no digit"),
    ];
    for (json, reason) in reasons {
        let report = refuse::<Blobs>(json).to_string();
        assert!(report.contains(reason), "{report}");
    }
}

#[derive(ConnectModel, Debug)]
struct Times {
    #[connect(each(with = with::lenient_timestamp), default)]
    jiff: Vec<Timestamp>,
    #[connect(with = with::lenient_timestamp)]
    chrono: Option<DateTime<Utc>>,
    #[connect(with = with::unix_seconds)]
    seconds: Option<DateTime<Utc>>,
    #[connect(with = with::unix_millis)]
    millis: Option<DateTime<Utc>>,
    #[connect(with = with::unix_seconds)]
    jiff_seconds: Option<Timestamp>,
    #[connect(with = with::unix_millis)]
    jiff_millis: Option<Timestamp>,
}

#[test]
fn a_lenient_timestamp_takes_the_forms_around_rfc_3339() {
    let read = |json: &str| {
        let decoded = Decoder::new().decode::<Times>(&format!(r#"{{"jiff": [{json}]}}"#)).unwrap();
        (decoded.value.jiff[0].to_string(), decoded.drift.is_empty())
    };
    for json in [r#""2024-11-23T08:30:00Z""#, r#""2024-11-23t09:30:00+01:00""#, r#""2024-11-23T08:30:00.000z""#] {
        assert_eq!(read(json), ("2024-11-23T08:30:00Z".to_owned(), true), "{json}");
    }
    let lenient = [
        "2024-11-23T08:30:00+0000",
        "2024-11-23 08:30:00Z",
        "2024-11-23T08:30Z",
        "2024-11-23 09:30+0100",
        "2024-11-23 08:30:00 +0000",
        "2024-11-23T10:30:00+02",
    ];
    for text in lenient {
        assert_eq!(read(&format!("{text:?}")), ("2024-11-23T08:30:00Z".to_owned(), false), "{text}");
    }
    assert_eq!(read(r#""2024-02-29""#), ("2024-02-29T00:00:00Z".to_owned(), false));
    check::<Times>(&[(
        r#"{"chrono": "2024-11-23"}"#,
        r#"Times { jiff: [], chrono: Some(2024-11-23T00:00:00Z), seconds: None, millis: None, jiff_seconds: None, jiff_millis: None } ~ coerced at chrono: "2024-11-23""#,
    )]);
}

#[test]
fn a_lenient_timestamp_says_which_part_does_not_fit() {
    let rows = [
        (r#""2024-11-23T08:30:00""#, "the offset is missing; `format` and `zone` read a time without one"),
        (r#""2024-11-23T08:30:00+1""#, "the offset is not of the form `Z` or `+01:00`"),
        (r#""2024-11-23T8:30Z""#, "the time is not of the form `08:30:00` or `08:30`"),
        (r#""2024-11-23T08:30:0Z""#, "the time is not of the form `08:30:00` or `08:30`"),
        (r#""2024-11-23T25:30Z""#, "there is no such time"),
        (r#""2023-02-29""#, "there is no such day"),
        (r#""23.11.2024""#, "the date is not of the form `2024-11-23`"),
        (r#""2024-11-23x""#, "after the date there is neither `T` nor a space"),
        (r#""9999-12-31T23:59:59Z""#, "it is out of range"),
    ];
    for (json, reason) in rows {
        let report = refuse::<Times>(&format!(r#"{{"jiff": [{json}]}}"#)).to_string();
        assert!(report.ends_with(&format!(": {reason} [invalid_value]")), "{report}");
    }
    check::<Times>(&[(r#"{"jiff": [5]}"#, "! wrong_type"), (r#"{"jiff": [null]}"#, "! wrong_type")]);
}

#[test]
fn seconds_and_milliseconds_are_told_apart_where_only_one_can_be_meant() {
    check::<Times>(&[(
        r#"{"seconds": 1732350600.5, "millis": "1732350600500"}"#,
        r#"Times { jiff: [], chrono: None, seconds: Some(2024-11-23T08:30:00.500Z), millis: Some(2024-11-23T08:30:00.500Z), jiff_seconds: None, jiff_millis: None } ~ coerced at millis: "1732350600500""#,
    )]);
    for field in ["seconds", "jiff_seconds"] {
        let report = refuse::<Times>(&format!(r#"{{"{field}": 1732350600500}}"#)).to_string();
        assert!(
            report.contains("; as milliseconds since 1970 it is in 2024, which `with::unix_millis` reads"),
            "{report}"
        );
    }
    for field in ["millis", "jiff_millis"] {
        let report = refuse::<Times>(&format!(r#"{{"{field}": 1732350600.123456789}}"#)).to_string();
        assert!(report.contains("; as seconds since 1970 it is in 2024, which `with::unix_seconds` reads"), "{report}");
    }
    assert!(!refuse::<Times>(r#"{"seconds": 1e40}"#).to_string().contains("as milliseconds"));
}

/// Read by this crate and by serde, and written by serde, with the same attributes.
macro_rules! both {
    ($($derive:ident $name:ident)*) => {$(
        #[derive($derive, Serialize, Debug, PartialEq)]
        struct $name {
            #[serde(with = "connect_runtime::with::flag")]
            flag: bool,
            #[serde(with = "connect_runtime::with::flag")]
            maybe: Option<bool>,
            #[serde(with = "connect_runtime::with::base64")]
            base64: Vec<u8>,
            #[serde(with = "connect_runtime::with::hex")]
            hex: Option<[u8; 2]>,
            #[serde(with = "connect_runtime::with::csv")]
            csv: Vec<u32>,
            #[serde(with = "connect_runtime::with::unix_seconds")]
            seconds: Timestamp,
            #[serde(with = "connect_runtime::with::unix_millis")]
            millis: Option<DateTime<Utc>>,
            #[serde(with = "connect_runtime::with::lenient_timestamp")]
            lenient: Timestamp,
        }
    )*};
}

both! { ConnectModel Ours Deserialize Theirs }

#[test]
fn the_modules_serve_serde_both_ways() {
    let json = r#"{"flag":"yes","maybe":0,"base64":"AQI=","hex":"0aff","csv":"1,2","seconds":1732350600.123456789,"millis":-1500,"lenient":"2024-11-23"}"#;
    let written = r#"{"flag":true,"maybe":false,"base64":"AQI=","hex":"0aff","csv":"1,2","seconds":"1732350600.123456789","millis":-1500,"lenient":"2024-11-23T00:00:00Z"}"#;
    let ours = Decoder::new().decode::<Ours>(json).unwrap();
    let theirs: Theirs = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&ours.value).unwrap(), written);
    assert_eq!(serde_json::to_string(&theirs).unwrap(), written);
    // Read by `decode`, they are drift.
    assert_eq!(ours.drift.changes().len(), 3);
    assert_eq!(connect_runtime::from_str::<Ours>(written).unwrap(), ours.value);
    let error = serde_json::from_str::<Theirs>(&json.replace("AQI=", "?")).unwrap_err().to_string();
    assert!(
        error.starts_with("expected bytes in base64, found the string `\"?\"`: `?` is not in the alphabet"),
        "{error}"
    );
}

proptest! {
    #[test]
    fn bytes_are_read_back_as_they_were_written(bytes: Vec<u8>) {
        #[derive(ConnectModel, Serialize, Debug, PartialEq)]
        struct Both {
            #[serde(with = "connect_runtime::with::base64")]
            base64: Vec<u8>,
            #[serde(with = "connect_runtime::with::hex")]
            hex: Vec<u8>,
        }
        let both = Both { base64: bytes.clone(), hex: bytes };
        let json = serde_json::to_string(&both).unwrap();
        prop_assert_eq!(connect_runtime::from_str::<Both>(&json).unwrap(), both);
    }

    #[test]
    fn instants_are_read_back_as_they_were_written(nanoseconds in -62_167_219_200_000_000_000_i128..253_402_207_200_000_000_000) {
        #[derive(ConnectModel, Serialize, Debug, PartialEq)]
        struct Three {
            #[serde(with = "connect_runtime::with::unix_seconds")]
            seconds: Timestamp,
            #[serde(with = "connect_runtime::with::unix_millis")]
            millis: Timestamp,
            #[serde(with = "connect_runtime::with::lenient_timestamp")]
            lenient: Timestamp,
        }
        let at = Timestamp::from_nanosecond(nanoseconds).unwrap();
        let json = serde_json::to_string(&Three { seconds: at, millis: at, lenient: at }).unwrap();
        prop_assert_eq!(connect_runtime::from_str::<Three>(&json).unwrap(), Three { seconds: at, millis: at, lenient: at });
        prop_assert!(json.contains(&at.to_string()), "{}", json);
    }
}
