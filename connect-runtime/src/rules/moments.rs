//! `range` of dates and times: the limits that are written as text. The derive has parsed them, so nothing can fail here.

#[cfg(any(feature = "jiff", feature = "chrono"))]
use super::range::{Limit, Range};
#[cfg(any(feature = "jiff", feature = "chrono"))]
use crate::message::Message;

macro_rules! limits {
    ($($(#[$doc:meta])* $limit:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        #[cfg_attr(
            not(any(feature = "jiff", feature = "chrono")),
            expect(dead_code, reason = "only the types of these crates are compared with it")
        )]
        pub struct $limit {
            text: &'static str,
            key: i128,
        }

        impl $limit {
            /// The limit as it is written, and the number that it has among all of its kind.
            pub const fn new(text: &'static str, key: i128) -> Self {
                Self { text, key }
            }
        }
    )*};
}

limits! {
    /// `2024-11-23`: the year times 10,000, the month times 100, and the day.
    DateLimit;
    /// `08:30:00`: nanoseconds since midnight.
    TimeLimit;
    /// `2024-11-23T08:30:00`: the number of the date times the nanoseconds of a day, and those since midnight.
    DateTimeLimit;
    /// `2024-11-23T08:30:00Z`: nanoseconds since 1970-01-01T00:00:00Z.
    InstantLimit;
}

/// Implements `range` for times, with limits written as text or given by a constant of the same type. `$key` is the
/// number that the limit has for the same time.
#[cfg(any(feature = "jiff", feature = "chrono"))]
macro_rules! ranges {
    ($($time:ty: $limit:ident, |$value:ident| $key:expr;)*) => {$(
        impl Range<$limit> for $time {
            fn violates(&self, limit: &Limit<$limit>) -> bool {
                let $value = self;
                !limit.allows(|limit| Some(i128::cmp(&$key, &limit.key)))
            }

            fn explain(&self, limit: &Limit<$limit>, hidden: bool) -> Message {
                limit.describe(|limit| limit.text.to_owned(), || format!("{self:?}"), hidden)
            }
        }

        impl Range<$time> for $time {
            fn violates(&self, limit: &Limit<$time>) -> bool {
                !limit.allows(|limit| Some(self.cmp(limit)))
            }

            fn explain(&self, limit: &Limit<$time>, hidden: bool) -> Message {
                limit.describe(|limit| format!("{limit:?}"), || format!("{self:?}"), hidden)
            }
        }
    )*};
}

#[cfg(any(feature = "jiff", feature = "chrono"))]
const SECOND: i128 = 1_000_000_000;

#[cfg(any(feature = "jiff", feature = "chrono"))]
fn date_number(year: impl Into<i128>, month: impl Into<i128>, day: impl Into<i128>) -> i128 {
    year.into() * 10_000 + month.into() * 100 + day.into()
}

#[cfg(any(feature = "jiff", feature = "chrono"))]
fn day_time(date: i128, time: i128) -> i128 {
    date * 86_400 * SECOND + time
}

#[cfg(feature = "jiff")]
mod jiff {
    use jiff::{
        Timestamp,
        civil::{Date, DateTime, Time},
    };

    use super::{
        DateLimit, DateTimeLimit, InstantLimit, Limit, Message, Range, SECOND, TimeLimit, date_number, day_time,
    };

    ranges! {
        Timestamp: InstantLimit, |value| value.as_nanosecond();
        Date: DateLimit, |value| date(*value);
        Time: TimeLimit, |value| time(*value);
        DateTime: DateTimeLimit, |value| day_time(date(value.date()), time(value.time()));
    }

    fn date(date: Date) -> i128 {
        date_number(date.year(), date.month(), date.day())
    }

    fn time(time: Time) -> i128 {
        let seconds = i128::from(time.hour()) * 3600 + i128::from(time.minute()) * 60 + i128::from(time.second());
        seconds * SECOND + i128::from(time.subsec_nanosecond())
    }
}

#[cfg(feature = "chrono")]
mod chrono {
    use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};

    use super::{
        DateLimit, DateTimeLimit, InstantLimit, Limit, Message, Range, SECOND, TimeLimit, date_number, day_time,
    };

    ranges! {
        DateTime<Utc>: InstantLimit, |value| instant(value.timestamp(), value.timestamp_subsec_nanos());
        DateTime<FixedOffset>: InstantLimit, |value| instant(value.timestamp(), value.timestamp_subsec_nanos());
        NaiveDate: DateLimit, |value| date(*value);
        NaiveTime: TimeLimit, |value| time(*value);
        NaiveDateTime: DateTimeLimit, |value| day_time(date(value.date()), time(value.time()));
    }

    fn instant(seconds: i64, nanoseconds: u32) -> i128 {
        i128::from(seconds) * SECOND + i128::from(nanoseconds)
    }

    fn date(date: NaiveDate) -> i128 {
        date_number(date.year(), date.month(), date.day())
    }

    fn time(time: NaiveTime) -> i128 {
        i128::from(time.num_seconds_from_midnight()) * SECOND + i128::from(time.nanosecond())
    }
}
