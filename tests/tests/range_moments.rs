//! `range` of dates and times, and `range` and `multiple_of` of decimals.

use std::str::FromStr;

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{accept, problems, refuse};
use proptest::prelude::*;
use rust_decimal::Decimal;

#[derive(Debug, ConnectModel)]
struct Moments {
    #[connect(range(min = "2020-02-29", exclusive_max = "2030-01-01"))]
    date: jiff::civil::Date,
    #[connect(range(min = "08:00:00", max = "17:30:00"))]
    time: Option<jiff::civil::Time>,
    #[connect(range(exclusive_min = "2020-01-01T00:00:00"))]
    local: Option<jiff::civil::DateTime>,
    #[connect(range(min = "2020-01-01T00:00:00+01:00", max = LAST))]
    instant: Option<jiff::Timestamp>,
    #[connect(each(range(max = "1969-12-31T23:59:59.5Z")))]
    early: Option<Vec<jiff::Timestamp>>,
}

const LAST: jiff::Timestamp = jiff::Timestamp::constant(1_893_456_000, 0);

#[derive(Debug, ConnectModel)]
struct ChronoMoments {
    #[connect(range(min = "2020-02-29", exclusive_max = "2030-01-01"))]
    date: chrono::NaiveDate,
    #[connect(range(min = "08:00:00", max = "17:30:00"))]
    time: Option<chrono::NaiveTime>,
    #[connect(range(exclusive_min = "2020-01-01T00:00:00"))]
    local: Option<chrono::NaiveDateTime>,
    #[connect(range(min = "2020-01-01T00:00:00+01:00", max = LAST_OF_CHRONO))]
    instant: Option<chrono::DateTime<chrono::Utc>>,
    #[connect(each(range(max = "1969-12-31T23:59:59.5Z")))]
    early: Option<Vec<chrono::DateTime<chrono::FixedOffset>>>,
}

const LAST_OF_CHRONO: chrono::DateTime<chrono::Utc> = chrono::DateTime::from_timestamp(1_893_456_000, 0).unwrap();

#[test]
fn limits_of_dates_and_times_are_written_as_in_json() {
    let valid = r#"{"date":"2020-02-29","time":"17:30:00","local":"2020-01-01T00:00:00.000000001",
        "instant":"2019-12-31T23:00:00Z","early":["1969-12-31T23:59:59.500Z"]}"#;
    accept::<Moments>(valid);
    accept::<ChronoMoments>(valid);
    let invalid = [
        r#"{"date":"2020-02-28","time":"07:59:59.9","local":"2020-01-01T00:00:00","#,
        r#""instant":"2019-12-31T22:59:59Z","early":["1969-12-31T23:59:59.6Z"]}"#,
    ]
    .concat();
    let expected = [
        "1:9: date: must be at least 2020-02-29, is 2020-02-28 [range]",
        "1:29: time: must be at least 08:00:00, is 07:59:59.9 [range]",
        "1:50: local: must be more than 2020-01-01T00:00:00, is 2020-01-01T00:00:00 [range]",
        "1:82: instant: must be at least 2020-01-01T00:00:00+01:00, is 2019-12-31T22:59:59Z [range]",
        "1:114: early[0]: must be at most 1969-12-31T23:59:59.5Z, is 1969-12-31T23:59:59.6Z [range]",
    ];
    assert_eq!(problems(&refuse::<Moments>(&invalid)), expected);
    let of_chrono = problems(&refuse::<ChronoMoments>(&invalid)).join("\n");
    let shown = of_chrono.replace("59.900", "59.9").replace("59.600+00:00", "59.6Z");
    assert_eq!(shown, expected.join("\n"));
    for text in [r#"{"date":"2030-01-01"}"#, r#"{"date":"2021-01-01","instant":"2030-01-01T00:00:01Z"}"#] {
        assert_eq!(problems(&refuse::<Moments>(text)).len(), 1, "{text}");
        assert_eq!(problems(&refuse::<ChronoMoments>(text)).len(), 1, "{text}");
    }
}

proptest! {
    #[test]
    fn an_instant_is_compared_as_jiff_compares_it(seconds in -62_000_000_000_i64..253_000_000_000, nanoseconds in 0..1_000_000_000) {
        #[derive(Debug, ConnectModel)]
        struct Model {
            #[connect(range(min = "0800-03-01T05:00:00.000000007-03:00"))]
            value: jiff::Timestamp,
        }
        let bound: jiff::Timestamp = "0800-03-01T05:00:00.000000007-03:00".parse().unwrap();
        for value in [jiff::Timestamp::new(seconds, nanoseconds).unwrap(), bound] {
            prop_assert_eq!(Model { value }.validate().is_ok(), value >= bound);
        }
    }
}

#[derive(Debug, ConnectModel)]
struct Prices<T> {
    #[connect(range(min = 0.1, max = 1_000_000), multiple_of = 0.05)]
    price: T,
}

#[derive(Debug, ConnectModel)]
struct Wide {
    #[connect(range(exclusive_min = 1e-40, max = 1e300))]
    #[connect(multiple_of = STEP)]
    amount: Decimal,
    #[connect(range(min = STEP))]
    least: Option<Decimal>,
}

/// 0.0000000000000000000000000003
const STEP: Decimal = Decimal::from_parts(3, 0, 0, false, 28);

#[test]
fn decimals_are_compared_without_losing_digits() {
    accept::<Prices<Decimal>>(r#"{"price":0.10}"#);
    accept::<Prices<Option<Decimal>>>(r#"{"price":1000000.000}"#);
    assert_eq!(
        problems(&refuse::<Prices<Decimal>>(r#"{"price":0.0999999999999999999999999999}"#)),
        [
            "1:10: price: must be at least 0.1, is 0.0999999999999999999999999999 [range]",
            "1:10: price: must be a multiple of 0.05, is 0.0999999999999999999999999999 [multiple_of]",
        ]
    );
    assert_eq!(
        problems(&refuse::<Prices<Decimal>>(r#"{"price":1000000.05}"#)),
        ["1:10: price: must be at most 1000000, is 1000000.05 [range]"]
    );
    accept::<Wide>(r#"{"amount":79228162514264337593543950335,"least":0.0000000000000000000000000003}"#);
    accept::<Wide>(r#"{"amount":0.0000000000000000000000000009}"#);
    assert_eq!(
        problems(&refuse::<Wide>(r#"{"amount":0.0000000000000000000000000010,"least":0}"#)),
        [
            "1:11: amount: must be a multiple of 0.0000000000000000000000000003, is 0.0000000000000000000000000010 [multiple_of]",
            "1:50: least: must be at least 0.0000000000000000000000000003, is 0 [range]",
        ]
    );
    assert_eq!(problems(&refuse::<Wide>(r#"{"amount":0}"#)), ["1:11: amount: must be more than 1e-40, is 0 [range]"]);
}

proptest! {
    #[test]
    fn a_decimal_is_a_multiple_exactly_when_it_is_one_of_integers(value in -100_000_i64..100_000, scale in 0_u32..6) {
        let decimal = Decimal::new(value, scale);
        let read = from_str::<Prices<Decimal>>(&format!(r#"{{"price":{decimal}}}"#));
        let millionths = value * 10_i64.pow(6 - scale);
        let valid = millionths % 50_000 == 0 && (100_000..=1_000_000_000_000).contains(&millionths);
        prop_assert_eq!(read.is_ok(), valid, "{}", decimal);
        prop_assert_eq!(Decimal::from_str(&decimal.to_string()).unwrap(), decimal);
    }
}
