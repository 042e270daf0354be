//! `format` and `zone`: dates and times in formats of strptime.

#![allow(dead_code, reason = "fields are looked at through `Debug`")]

use std::collections::BTreeMap;

use chrono::{DateTime as ChronoDateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{check, check_with, refuse};
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};
use proptest::prelude::*;

#[derive(ConnectModel, Debug)]
struct Dates {
    #[connect(format = "%d.%m.%Y", format = "rfc3339", format = "%Y%m%d")]
    date: Date,
    #[connect(format = "%d.%m.%Y")]
    chrono: Option<NaiveDate>,
}

#[test]
fn a_date_is_read_in_its_formats_and_one_after_the_first_is_drift() {
    check::<Dates>(&[
        (r#"{"date": "23.11.2024"}"#, "Dates { date: 2024-11-23, chrono: None }"),
        (r#"{"date": "3.1.2024", "chrono": null}"#, "Dates { date: 2024-01-03, chrono: None }"),
        (
            r#"{"date": "2024-11-23", "chrono": "29.02.2024"}"#,
            r#"Dates { date: 2024-11-23, chrono: Some(2024-02-29) } ~ coerced at date: "2024-11-23""#,
        ),
        (r#"{"date": "20241123"}"#, r#"Dates { date: 2024-11-23, chrono: None } ~ coerced at date: "20241123""#),
        (r#"{"date": "\u00323.11.2024"}"#, "Dates { date: 2024-11-23, chrono: None }"),
        (r#"{"date": true}"#, "! wrong_type"),
        (r#"{"date": null}"#, "! wrong_type"),
        ("{}", "! missing_field"),
    ]);
    check_with::<Dates>(&Decoder::new().strict(true), &[(r#"{"date": "2024-11-23"}"#, "! wrong_type")]);
}

#[test]
fn the_message_names_the_formats_and_the_part_that_does_not_fit() {
    let wanted = "expected a date or time in the format `%d.%m.%Y`";
    let rows = [
        ("2024-11-23", "expected `.` after the day, found `2`"),
        ("23-11-2024", "expected `.` after the day, found `-`"),
        ("23", "expected `.` after the day, found the end"),
        ("23.", "the month is missing"),
        ("23.13.2024", "the month is 13, not 1 to 12"),
        ("23.11.24", "the year has 2 of 4 digits"),
        ("23.Nov.2024", "the month is not a number: `Nov.2024`"),
        ("31.11.2024", "there is no such day"),
        ("23.11.2024 08:30", "` 08:30` is left over"),
        ("", "the day is missing"),
    ];
    for (text, why) in rows {
        let report = refuse::<Dates>(&format!(r#"{{"date": "23.11.2024", "chrono": "{text}"}}"#)).to_string();
        assert_eq!(report, format!("1:34: chrono: {wanted}, found the string `\"{text}\"`: {why} [invalid_value]"));
    }
    assert_eq!(
        refuse::<Dates>(r#"{"date": "2024-13-23"}"#).to_string(),
        "1:10: date: expected a date or time in the format `%d.%m.%Y` or RFC 3339 or `%Y%m%d`, found the string \
         `\"2024-13-23\"`: the month is 13, not 1 to 12 [invalid_value]"
    );
}

#[derive(ConnectModel, Debug)]
struct Instants {
    #[connect(format = "%Y-%m-%dT%H:%M:%S%.f%:z", format = "%s")]
    exact: Option<Timestamp>,
    #[connect(format = "%F %R", format = "%d %b %Y", zone = "+01:00")]
    zoned: Option<Timestamp>,
    #[connect(format = "%A, %d %B %Y %I:%M:%S %p %z")]
    wordy: Option<ChronoDateTime<FixedOffset>>,
    #[connect(format = "%F %T", zone = "-05:30")]
    fixed: Option<ChronoDateTime<FixedOffset>>,
    #[connect(format = "%j/%y", zone = "UTC")]
    chrono: Option<ChronoDateTime<Utc>>,
    #[connect(format = "rfc3339")]
    default: Option<Timestamp>,
}

#[test]
fn an_instant_has_an_offset_in_the_text_or_a_zone() {
    let rows = [
        (r#"{"exact": "2024-11-23T08:30:00.5+00:00"}"#, "exact: Some(2024-11-23T08:30:00.5Z)"),
        (r#"{"exact": "2024-11-23T08:30:00Z"}"#, "exact: Some(2024-11-23T08:30:00Z)"),
        (r#"{"exact": 1732350600}"#, "exact: Some(2024-11-23T08:30:00Z)"),
        (r#"{"exact": "-1"}"#, "exact: Some(1969-12-31T23:59:59Z)"),
        (r#"{"zoned": "2024-11-23 08:30"}"#, "zoned: Some(2024-11-23T07:30:00Z)"),
        (r#"{"zoned": "23 NOV 2024"}"#, "zoned: Some(2024-11-22T23:00:00Z)"),
        (r#"{"wordy": "Saturday, 23 November 2024 12:05:00 am +0100"}"#, "wordy: Some(2024-11-23T00:05:00+01:00)"),
        (r#"{"wordy": "saturday, 23 november 2024 12:05:00 PM Z"}"#, "wordy: Some(2024-11-23T12:05:00+00:00)"),
        (r#"{"fixed": "2024-11-23 08:30:00"}"#, "fixed: Some(2024-11-23T08:30:00-05:30)"),
        (r#"{"chrono": "366/24"}"#, "chrono: Some(2024-12-31T00:00:00Z)"),
        (r#"{"chrono": "1/69"}"#, "chrono: Some(1969-01-01T00:00:00Z)"),
        (r#"{"default": "2024-11-23T08:30:00Z"}"#, "default: Some(2024-11-23T08:30:00Z)"),
    ];
    for (json, wanted) in rows {
        let instants = format!("{:?}", connect_runtime::from_str::<Instants>(json).unwrap());
        assert!(instants.contains(wanted), "{json}: {instants}");
    }
}

#[test]
fn an_instant_that_does_not_fit_says_what_is_wrong_with_it() {
    let rows = [
        (r#"{"exact": "2024-11-23T08:30:00+0000"}"#, "the offset has no colon: `+0000`"),
        (r#"{"exact": "2024-11-23T08:30:00"}"#, "the offset is missing"),
        (r#"{"exact": "2024-11-23T08:30:60Z"}"#, "leap seconds can't be held"),
        (r#"{"exact": "2024-11-23T08:30:00.0000000001Z"}"#, "it is finer than a nanosecond"),
        (r#"{"exact": "2024-11-23T08:30:00.Z"}"#, "the fraction of a second is missing"),
        (r#"{"exact": "2024-11-23T08:30:00+24:00"}"#, "there is no offset `+24:00`"),
        (r#"{"wordy": "Saturday, 23 November 2024 12:05:00 am +01:00"}"#, "the offset has a colon: `+01:00`"),
        (r#"{"wordy": "Sunday, 23 November 2024 12:05:00 am Z"}"#, "the weekday is not that of the date"),
        (r#"{"wordy": "Sat, 23 November 2024 12:05:00 am Z"}"#, "`Sat,` is no name of a weekday"),
        (r#"{"wordy": "Saturday, 23 November 2024 13:05:00 am Z"}"#, "the hour is 13, not 1 to 12"),
        (r#"{"chrono": "366/23"}"#, "there is no such day"),
        (r#"{"default": "2024-11-23T08:30:00+0000"}"#, "the offset has no colon: `+0000`"),
        (r#"{"exact": "99999999999999"}"#, "the type can't hold it"),
    ];
    for (json, why) in rows {
        let report = refuse::<Instants>(json).to_string();
        assert!(report.ends_with(&format!(": {why} [invalid_value]")), "{report}");
    }
}

#[derive(ConnectModel, Debug)]
struct Together {
    #[connect(format = "%H:%M", format = "rfc3339")]
    time: Option<Time>,
    #[connect(format = "%I %p", default)]
    chrono_time: NaiveTime,
    #[connect(format = "%F %H")]
    date_time: Option<DateTime>,
    #[connect(format = "%F 00:00:00")]
    naive: Option<NaiveDateTime>,
    #[connect(each(format = "%d.%m.%Y", format = "rfc3339"), one_or_many, skip_invalid, default)]
    list: Vec<Date>,
    #[connect(each(format = "%F", zone = "UTC"))]
    map: Option<BTreeMap<String, Timestamp>>,
    #[connect(format = "%F", empty_as_none, fallback, range(min = "2000-01-01"))]
    all: Option<Date>,
    #[connect(format = "%F", sensitive)]
    secret: Option<Date>,
}

#[test]
fn formats_go_together_with_all_else_on_a_field() {
    let rows = [
        (r#"{"time": "08:30"}"#, "time: Some(08:30:00)"),
        (r#"{"time": "08:30:05.5"}"#, "time: Some(08:30:05.5)"),
        (r#"{"chrono_time": "12 am"}"#, "chrono_time: 00:00:00"),
        (r#"{"date_time": "2024-11-23 08"}"#, "date_time: Some(2024-11-23T08:00:00)"),
        (r#"{"naive": "2024-11-23 00:00:00"}"#, "naive: Some(2024-11-23T00:00:00)"),
        (r#"{"list": ["1.2.2024", "x", "2024-02-03"]}"#, "list: [2024-02-01, 2024-02-03]"),
        (r#"{"list": "1.2.2024"}"#, "list: [2024-02-01]"),
        (r#"{"map": {"a": "2024-11-23"}}"#, r#"map: Some({"a": 2024-11-23T00:00:00Z})"#),
        (r#"{"all": "", "secret": null}"#, "all: None, secret: None"),
        (r#"{"all": "1999-01-01"}"#, "all: None"),
        (r#"{"all": "2024-11-23"}"#, "all: Some(2024-11-23)"),
    ];
    for (json, wanted) in rows {
        let together = format!("{:?}", connect_runtime::from_str::<Together>(json).unwrap());
        assert!(together.contains(wanted), "{json}: {together}");
    }
    assert_eq!(
        refuse::<Together>(r#"{"map": {"a": "x"}, "secret": "hunter2"}"#).to_string(),
        "1:15: map.a: expected a date or time in the format `%F`, found the string `\"x\"`: the year is not a number: `x` [invalid_value]\n\
         1:31: secret: expected a date or time in the format `%F`, found a string [invalid_value]"
    );
}

proptest! {
    /// jiff's own parser is the oracle, for dates that it writes.
    #[test]
    fn what_jiff_writes_is_read_as_jiff_reads_it(seconds in -62_135_596_800_i64..253_402_207_200) {
        #[derive(ConnectModel, Debug)]
        struct Forms {
            #[connect(format = "%A %d %B %Y %I:%M:%S %p %z")]
            words: Timestamp,
            #[connect(format = "%j %Y %T", zone = "UTC")]
            day: Timestamp,
            #[connect(format = "%a, %e %b %Y %R %:z")]
            short: Timestamp,
        }
        let at = Timestamp::from_second(seconds).unwrap();
        let write = |format: &str| jiff::tz::Offset::UTC.to_datetime(at).strftime(&format.replace("%z", "+0000").replace("%:z", "+00:00")).to_string();
        let json = format!(
            r#"{{"words": "{}", "day": "{}", "short": "{}"}}"#,
            write("%A %d %B %Y %I:%M:%S %p %z"), write("%j %Y %T"), write("%a, %e %b %Y %R %:z"),
        );
        let forms: Forms = connect_runtime::from_str(&json).unwrap();
        prop_assert_eq!((forms.words, forms.day), (at, at));
        prop_assert_eq!(forms.short.as_second(), seconds - seconds.rem_euclid(60));
    }

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        let json = serde_json::json!({ "exact": text, "zoned": text, "wordy": text, "fixed": text, "chrono": text }).to_string();
        let _ = connect_runtime::from_str::<Instants>(&json);
    }
}
