//! Attributes of fields: aliases, defaults, skipped fields, functions that read a value.

use std::fmt::Display;

use serde::{Deserialize, Deserializer, de::Error};

use crate::{
    differences::SAME_VALUE_AGAIN,
    harness::{Tables, both, differs, err, ok},
};

fn seven() -> u8 {
    7
}

fn by_hand() -> Settings {
    Settings { retries: 9, label: "by hand".to_owned(), limit: Some(1) }
}

/// Reads the number of minutes in `h:mm`.
fn minutes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let text = String::deserialize(deserializer)?;
    let (hours, minutes) = text.split_once(':').ok_or_else(|| D::Error::custom("no colon"))?;
    let number = |digits: &str| digits.parse::<u32>().map_err(D::Error::custom);
    Ok(number(hours)? * 60 + number(minutes)?)
}

/// Reads a list from a string with commas.
mod commas {
    use super::*;

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
        Ok(text.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }
}

/// Reads anything that a string can be parsed as.
fn parsed<'de, D: Deserializer<'de>, T: std::str::FromStr<Err: Display>>(deserializer: D) -> Result<T, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}

/// Makes a `Some` of whatever is there.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

// Spelled out: in a macro, serde's derive doesn't find its own variable for the default.
#[derive(Debug, serde::Deserialize, connect_runtime::ConnectModel)]
#[connect(no_deserialize)]
#[serde(default = "by_hand")]
struct Settings {
    retries: u8,
    label: String,
    limit: Option<u8>,
}

both! {
    struct Aliased {
        #[serde(alias = "user_name", alias = "login")]
        name: String,
        #[serde(rename = "mail", alias = "email")]
        address: Option<String>,
    }

    struct Defaults {
        #[serde(default)]
        zero: u8,
        #[serde(default = "seven")]
        seven: u8,
        #[serde(default, rename = "list", alias = "items")]
        many: Vec<u8>,
        #[serde(default = "String::new")]
        text: String,
    }

    #[serde(default)]
    #[derive(Default)]
    struct Numbers {
        a: u8,
        #[serde(default = "seven")]
        b: u8,
        c: Option<u8>,
    }

    struct Skipping {
        a: u8,
        #[serde(skip)]
        b: u8,
        #[serde(skip_deserializing, default = "seven")]
        c: u8,
        #[serde(skip_serializing)]
        d: u8,
    }

    struct Adapted {
        #[serde(deserialize_with = "minutes")]
        length: u32,
        #[serde(with = "commas", default)]
        tags: Vec<String>,
        #[serde(deserialize_with = "parsed", default = "seven", alias = "n")]
        parsed: u8,
    }

    struct Presence {
        #[serde(default, deserialize_with = "present")]
        note: Option<Option<u8>>,
    }

    struct AdaptedPair(#[serde(deserialize_with = "minutes")] u32, u8);

    #[serde(transparent)]
    struct AdaptedNewtype(#[serde(deserialize_with = "minutes")] u32);
}

pub(crate) fn run(tables: &mut Tables) {
    names_and_defaults(tables);
    adapters(tables);
}

fn names_and_defaults(tables: &mut Tables) {
    tables.of::<Aliased>(&[
        ok(r#"{"name":"a"}"#),
        ok(r#"{"user_name":"a","email":"b"}"#),
        ok(r#"{"mail":"b","login":"a"}"#),
        err(r#"{"name":"a","login":"b"}"#),
        err(r#"{"login":"a","user_name":"b"}"#),
        err(r#"{"address":"a"}"#),
        ok(r#"{"name":"a","address":5}"#),
        err(r#"{"name":"a","mail":null,"email":"b"}"#),
    ]);
    tables.of::<Defaults>(&[
        ok("{}"),
        ok(r#"{"zero":1,"seven":2,"list":[3],"text":"x"}"#),
        ok(r#"{"items":[1]}"#),
        ok(r#"{"many":[1]}"#),
        err(r#"{"zero":null}"#),
        err(r#"{"seven":null}"#),
        differs(r#"{"list":[1],"items":[1]}"#, &SAME_VALUE_AGAIN),
        err(r#"{"text":null}"#),
        err("null"),
    ]);
    tables.of::<Settings>(&[
        ok("{}"),
        ok(r#"{"label":"x"}"#),
        ok(r#"{"limit":null}"#),
        ok(r#"{"retries":0,"limit":3}"#),
        err(r#"{"retries":null}"#),
    ]);
    tables.of::<Numbers>(&[ok("{}"), ok(r#"{"a":1}"#), ok(r#"{"b":1,"c":2}"#), err(r#"{"b":-1}"#)]);
    tables.of::<Skipping>(&[
        ok(r#"{"a":1,"d":2}"#),
        ok(r#"{"a":1,"b":5,"c":6,"d":2}"#),
        ok(r#"{"a":1,"b":"anything","d":2}"#),
        err(r#"{"a":1}"#),
    ]);
}

fn adapters(tables: &mut Tables) {
    tables.of::<Adapted>(&[
        ok(r#"{"length":"1:30"}"#),
        ok(r#"{"length":"0:05","tags":"a,b","parsed":"8"}"#),
        ok(r#"{"tags":null,"length":"2:00","n":"8"}"#),
        ok(r#"{"length":"\u0031:30"}"#),
        err(r#"{"length":90}"#),
        err(r#"{"length":"90"}"#),
        err(r#"{"length":null}"#),
        err(r#"{"tags":"a"}"#),
        err(r#"{"length":"1:30","tags":["a"]}"#),
        err(r#"{"length":"1:30","parsed":"x"}"#),
        err(r#"{"length":"1:30","parsed":"8","n":"9"}"#),
    ]);
    tables.of::<Presence>(&[ok("{}"), ok(r#"{"note":null}"#), ok(r#"{"note":1}"#), err(r#"{"note":"x"}"#)]);
    tables.of::<AdaptedPair>(&[ok(r#"["1:00",2]"#), err(r#"[60,2]"#), err(r#"["1:00"]"#)]);
    tables.of::<AdaptedNewtype>(&[ok(r#""1:00""#), err("60")]);
}
