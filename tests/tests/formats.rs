//! Formatted strings: dates exactly as RFC 3339 spells them, and network addresses.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use connect_runtime::{DecodeOwned, Decoder};
use connect_tests::{accept, check_refused, outcome, refuse};
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};

/// Checks how the value of each string is displayed, and that none of them is drift.
fn check_displayed<T: DecodeOwned + std::fmt::Debug + std::fmt::Display>(rows: &[(&str, &str)]) {
    for (string, wanted) in rows {
        let text = format!("\"{string}\"");
        assert_eq!(accept::<T>(&text).to_string(), *wanted, "{text}");
        assert!(!outcome::<T>(&Decoder::new(), &text).contains('~'), "{text} is drift");
    }
}

/// Checks that none of the strings is a valid `T`.
fn check_all_refused<T: DecodeOwned + std::fmt::Debug>(strings: &[&str]) {
    let quoted: Vec<String> = strings.iter().map(|string| format!("\"{string}\"")).collect();
    let texts: Vec<&str> = quoted.iter().map(String::as_str).collect();
    check_refused::<T>("invalid_value", &texts);
    check_refused::<T>("wrong_type", &["null", "true", "0", "1732350600", "1732350600000", "[]", "{}", "[2024,11,23]"]);
}

#[test]
fn a_timestamp_is_an_instant_with_its_offset_applied() {
    check_displayed::<Timestamp>(&[
        ("2024-11-23T08:30:00Z", "2024-11-23T08:30:00Z"),
        ("2024-11-23t08:30:00z", "2024-11-23T08:30:00Z"),
        ("2024-11-23T08:30:00+00:00", "2024-11-23T08:30:00Z"),
        ("2024-11-23T08:30:00-00:00", "2024-11-23T08:30:00Z"),
        ("2024-11-23T08:30:00+01:00", "2024-11-23T07:30:00Z"),
        ("2024-11-23T08:30:00-05:30", "2024-11-23T14:00:00Z"),
        ("2024-11-23T08:30:00+23:59", "2024-11-22T08:31:00Z"),
        ("2024-11-23T08:30:00-23:59", "2024-11-24T08:29:00Z"),
        ("2024-11-23T08:30:00.1Z", "2024-11-23T08:30:00.1Z"),
        ("2024-11-23T08:30:00.123Z", "2024-11-23T08:30:00.123Z"),
        ("2024-11-23T08:30:00.123456789Z", "2024-11-23T08:30:00.123456789Z"),
        ("2024-11-23T08:30:00.000Z", "2024-11-23T08:30:00Z"),
        ("2024-11-23T08:30:00.120000000000Z", "2024-11-23T08:30:00.12Z"),
        ("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"),
        ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
        ("9999-12-30T21:59:59Z", "9999-12-30T21:59:59Z"),
        ("2024-11-23T08:30:00\\u005a", "2024-11-23T08:30:00Z"),
    ]);
}

#[test]
fn a_timestamp_must_be_rfc_3339() {
    check_all_refused::<Timestamp>(&[
        "",
        "now",
        "2024-11-23",
        "2024-11-23T08:30:00",
        "2024-11-23T08:30Z",
        "2024-11-23T08Z",
        "2024-11-23 08:30:00Z",
        "2024-11-23_08:30:00Z",
        "20241123T083000Z",
        "20241123T08:30:00Z",
        "2024-11-23T083000Z",
        "2024-W47-6T08:30:00Z",
        "2024-328T08:30:00Z",
        " 2024-11-23T08:30:00Z",
        "2024-11-23T08:30:00Z ",
        "2024-11-23T08:30:00Z\\n",
        "2024-11-23T08:30:00 Z",
        "2024-11-23T08:30:00 +01:00",
        "2024-11-23T08:30:00+01",
        "2024-11-23T08:30:00+0100",
        "2024-11-23T08:30:00+1:00",
        "2024-11-23T08:30:00+01:0",
        "2024-11-23T08:30:00+24:00",
        "2024-11-23T08:30:00+01:60",
        "2024-11-23T08:30:00+01:00:00",
        "2024-11-23T08:30:00\u{2212}01:00",
        "2024-11-23T08:30:00UTC",
        "2024-11-23T08:30:00[UTC]",
        "2024-11-23T08:30:00Z[UTC]",
        "2024-11-23T08:30:00+01:00[Europe/Paris]",
        "2024-11-23T08:30:00ZZ",
        "2024-11-23T08:30:60Z",
        "2016-12-31T23:59:60Z",
        "2024-11-23T08:60:00Z",
        "2024-11-23T24:00:00Z",
        "2024-11-23T25:00:00Z",
        "2024-11-31T08:30:00Z",
        "2023-02-29T08:30:00Z",
        "1900-02-29T08:30:00Z",
        "2024-13-01T08:30:00Z",
        "2024-00-01T08:30:00Z",
        "2024-01-00T08:30:00Z",
        "2024-01-32T08:30:00Z",
        "2024-1-23T08:30:00Z",
        "2024-11-23T8:30:00Z",
        "24-11-23T08:30:00Z",
        "12024-11-23T08:30:00Z",
        "+2024-11-23T08:30:00Z",
        "+002024-11-23T08:30:00Z",
        "-2024-11-23T08:30:00Z",
        "2024-11-23T08:30:00.Z",
        "2024-11-23T08:30:00,5Z",
        "2024-11-23T08:30:00.-5Z",
        "2024-11-23T08:30:00.1234567891Z",
        "2024/11/23T08:30:00Z",
        "2024-11-23T08.30.00Z",
        "1732350600",
        "Sat, 23 Nov 2024 08:30:00 GMT",
        "9999-12-31T23:59:59-23:59",
        "2024-11-23T08:30:0\u{660}Z",
        "\u{ff12}024-11-23T08:30:00Z",
    ]);
}

#[test]
fn civil_dates_and_times_have_no_offset() {
    check_displayed::<Date>(&[
        ("2024-11-23", "2024-11-23"),
        ("2024-02-29", "2024-02-29"),
        ("9999-12-31", "9999-12-31"),
    ]);
    check_all_refused::<Date>(&[
        "",
        "2024-11",
        "20241123",
        "2024-11-23T00:00:00",
        "2024-11-23Z",
        "2024-11-23 ",
        "2023-02-29",
        "2024-11-31",
        "2024-00-10",
        "2024-11-00",
        "24-11-23",
        "+2024-11-23",
        "-002024-11-23",
        "23.11.2024",
        "2024-328",
    ]);
    check_displayed::<Time>(&[
        ("08:30:00", "08:30:00"),
        ("00:00:00", "00:00:00"),
        ("23:59:59.999999999", "23:59:59.999999999"),
        ("08:30:00.50", "08:30:00.5"),
    ]);
    check_all_refused::<Time>(&[
        "",
        "08:30",
        "083000",
        "8:30:00",
        "T08:30:00",
        "08:30:00Z",
        "08:30:60",
        "24:00:00",
        "08:60:00",
        "08:30:00.",
        "08:30:00 ",
        "8:30 pm",
        "08:30:00.1234567891",
        "08:30:00+01:00",
    ]);
    check_displayed::<DateTime>(&[
        ("2024-11-23T08:30:00", "2024-11-23T08:30:00"),
        ("2024-11-23t08:30:00.25", "2024-11-23T08:30:00.25"),
    ]);
    check_all_refused::<DateTime>(&[
        "",
        "2024-11-23",
        "2024-11-23T08:30",
        "2024-11-23 08:30:00",
        "2024-11-23T08:30:00Z",
        "2024-11-23T08:30:00+01:00",
        "2024-11-23T08:30:60",
        "2024-11-31T08:30:00",
        "20241123T083000",
    ]);
}

#[test]
fn the_message_of_an_invalid_date_says_what_is_expected_and_what_was_found() {
    let texts = ["\"2024-11-23\"", "\"2024-11-23T08:30:00+24:00\"", "\"2024-11-23 08:30:00Z\"", "1732350600", "null"];
    let messages: Vec<String> = texts.iter().map(|text| refuse::<Timestamp>(text).to_string()).collect();
    insta::assert_snapshot!(messages.join("\n"));
}

/// The wording of calendar errors is jiff's, so only the essential part is compared.
#[test]
fn the_message_of_an_impossible_date_names_the_impossible_part() {
    let rows = [
        ("2023-02-29T08:30:00Z", "1..=28"),
        ("2024-13-01T08:30:00Z", "month"),
        ("2024-11-23T24:00:00Z", "hour"),
        ("2024-11-23T08:60:00Z", "minute"),
        ("2016-12-31T23:59:60Z", "leap seconds can't be held; read it as a `String`, or replace it with `fallback`"),
        ("9999-12-31T23:59:59-23:59", "9999-12-30T22:00:00Z, a `chrono::DateTime<Utc>` also later ones; read it as"),
        ("9999-12-31T23:59:59Z", "the field holds 0000-01-01T00:00:00Z to 9999-12-30T22:00:00Z"),
        ("9999-12-31T23:59:59.9999999Z", "or replace it with `fallback`"),
        ("0000-01-01T00:00:00+00:01", "the field holds 0000-01-01T00:00:00Z to"),
        ("2024-11-23T08:30:00.1234567891Z", "nanosecond"),
    ];
    for (string, gist) in rows {
        let report = refuse::<Timestamp>(&format!("\"{string}\""));
        assert!(report.issues()[0].message().contains(gist), "no {gist} in {report}");
    }
}

#[test]
fn addresses_are_what_std_parses() {
    check_displayed::<IpAddr>(&[("127.0.0.1", "127.0.0.1"), ("::1", "::1"), ("2001:DB8::A", "2001:db8::a")]);
    check_displayed::<Ipv4Addr>(&[("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255")]);
    check_displayed::<Ipv6Addr>(&[("::", "::"), ("::ffff:1.2.3.4", "::ffff:1.2.3.4")]);
    check_displayed::<SocketAddr>(&[("127.0.0.1:80", "127.0.0.1:80"), ("[::1]:80", "[::1]:80")]);
    check_displayed::<SocketAddrV4>(&[("127.0.0.1:65535", "127.0.0.1:65535")]);
    check_displayed::<SocketAddrV6>(&[("[::1]:0", "[::1]:0")]);
    check_all_refused::<IpAddr>(&[
        "",
        "localhost",
        "1.2.3",
        "1.2.3.4.5",
        "256.0.0.1",
        "1.2.3.04",
        " 1.2.3.4",
        "1.2.3.4/8",
        ":::",
        "[::1]",
    ]);
    check_all_refused::<Ipv4Addr>(&["::1", "1.2.3.4:80"]);
    check_all_refused::<Ipv6Addr>(&["1.2.3.4", "fe80::1%eth0"]);
    check_all_refused::<SocketAddr>(&["127.0.0.1", "127.0.0.1:65536", "::1:80", "localhost:80"]);
    check_all_refused::<SocketAddrV4>(&["[::1]:80"]);
    check_all_refused::<SocketAddrV6>(&["127.0.0.1:80"]);
}
