//! The Gregorian calendar: which dates and times there are, and how far they are from 1970.

use super::rfc3339::{FullDate, PartialTime};

pub(crate) const SECOND: i128 = 1_000_000_000;

/// Nanoseconds from 1970 to this date and time at an offset of `offset` seconds east of UTC; `None` if there is no such
/// date or time.
pub(crate) fn nanoseconds(date: FullDate, time: PartialTime, offset: i32) -> Option<i128> {
    let in_day = |number: i8, end: i8| (0..end).contains(&number).then_some(i128::from(number));
    let (hour, minute, second) = (in_day(time.hour, 24)?, in_day(time.minute, 60)?, in_day(time.second, 60)?);
    let seconds = ((i128::from(days(date)?) * 24 + hour) * 60 + minute) * 60 + second - i128::from(offset);
    Some(seconds * SECOND + i128::from(time.nanosecond))
}

/// Days from 1970 to this date; `None` if there is no such date.
pub(crate) fn days(date: FullDate) -> Option<i64> {
    if !(1..=days_of_month(date.year, date.month)?).contains(&date.day) {
        return None;
    }
    // Years start in March, so that the day that may be missing is the last one.
    let (month, day) = (i64::from(date.month), i64::from(date.day));
    let year = i64::from(date.year) - i64::from(month < 3);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leap_days + day_of_year - 719_468)
}

/// How many days the month has; `None` if there is no such month.
pub(crate) fn days_of_month(year: i16, month: i8) -> Option<i8> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if is_leap { 29 } else { 28 }),
        _ => None,
    }
}

/// The year of a day that is this many days from 1970, if it is one of four digits.
pub(crate) fn year(days: i64) -> Option<i16> {
    let january = |year: i16| self::days(FullDate { year, month: 1, day: 1 });
    let guess = i16::try_from(days.checked_mul(400)?.div_euclid(146_097) + 1970).ok()?;
    let starts_before = |year: &i16| january(*year).is_some_and(|first| first <= days);
    [guess.saturating_add(1), guess, guess.saturating_sub(1)]
        .into_iter()
        .find(starts_before)
        .filter(|year| (0..=9999).contains(year))
}

/// The date that is this many days from 1970, as RFC 3339 spells it.
pub(crate) fn spell(days: i128) -> String {
    let days = i64::try_from(days).unwrap_or(i64::MAX);
    let year = year(days).unwrap_or_default();
    let months = (1..=12).flat_map(|month| (1..=days_of_month(year, month).unwrap_or(0)).map(move |day| (month, day)));
    let first = self::days(FullDate { year, month: 1, day: 1 }).unwrap_or(0);
    let of_year = usize::try_from(days - first).unwrap_or(0);
    let (month, day) = { months }.nth(of_year).unwrap_or((1, 1));
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::{FullDate, days, year};

    #[test]
    fn days_and_years_are_those_of_a_calendar_that_counts_every_day() {
        let mut counted = -719_528;
        for expected in 0..=9999 {
            for month in 1..=12 {
                for day in 1..=31 {
                    let date = FullDate { year: expected, month, day };
                    let Some(found) = days(date) else { continue };
                    assert_eq!(found, counted, "{date:?}");
                    assert_eq!(year(found), Some(expected), "{date:?}");
                    counted += 1;
                }
            }
        }
        assert_eq!(days(FullDate { year: 2023, month: 2, day: 29 }), None);
        assert_eq!(days(FullDate { year: 1970, month: 13, day: 1 }), None);
    }
}
