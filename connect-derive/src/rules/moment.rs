//! Dates and times as limits: text in the format of RFC 3339, checked and turned into a number at compile time.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Expr, LitStr};

use super::literal::as_string;

/// A date or time, and the number that the runtime compares it by.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moment {
    kind: &'static str,
    pub(super) key: i128,
}

const SECOND: i128 = 1_000_000_000;
const DAY: i128 = 86_400 * SECOND;

impl Moment {
    pub(super) fn of(value: &Expr) -> Option<Self> {
        Self::parse(&as_string(value)?.value())
    }

    fn parse(text: &str) -> Option<Self> {
        let Some((date, time)) = text.split_once('T') else {
            let date = parse_date(text).map(|(number, _)| Self { kind: "DateLimit", key: number });
            return date.or_else(|| Some(Self { kind: "TimeLimit", key: parse_time(text)? }));
        };
        let (number, days) = parse_date(date)?;
        let Some(zone) = time.find(['Z', '+', '-']) else {
            return Some(Self { kind: "DateTimeLimit", key: number * DAY + parse_time(time)? });
        };
        let (time, zone) = time.split_at(zone);
        Some(Self { kind: "InstantLimit", key: days * DAY + parse_time(time)? - parse_zone(zone)? * SECOND })
    }

    /// The type of the limit in the runtime.
    pub(super) fn limit_type(&self) -> TokenStream {
        let kind = Ident::new(self.kind, Span::call_site());
        quote!(__rt::rules::#kind)
    }

    pub(super) fn emit(&self, text: &LitStr) -> TokenStream {
        let (limit, key) = (self.limit_type(), self.key);
        quote!(#limit::new(#text, #key))
    }

    /// Whether the order of the two is known.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

/// The number of the date as the runtime has it, and its days since 1970.
fn parse_date(text: &str) -> Option<(i128, i128)> {
    let [year, month, day] = parse_numbers(text, '-', [4, 2, 2])?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + i128::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    // Years that begin in March have their leap day at the end.
    let (from_march, year_of_march) = ((month + 9) % 12, year - i128::from(month < 3));
    let leap_days = year_of_march.div_euclid(4) - year_of_march.div_euclid(100) + year_of_march.div_euclid(400);
    let days = 365 * year_of_march + leap_days + (153 * from_march + 2) / 5 + day - 1 - 719_468;
    (1..=last).contains(&day).then_some((year * 10_000 + month * 100 + day, days))
}

/// Nanoseconds since midnight.
fn parse_time(text: &str) -> Option<i128> {
    let (seconds, fraction) = text.split_once('.').map_or((text, None), |(seconds, rest)| (seconds, Some(rest)));
    let [hour, minute, second] = parse_numbers(seconds, ':', [2, 2, 2])?;
    let nanoseconds = match fraction {
        Some(digits) if digits.len() <= 9 => {
            parse_number(&format!("{digits:0<9}"), 9).filter(|_| !digits.is_empty())?
        }
        Some(_) => return None,
        None => 0,
    };
    let seconds = (hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)?;
    Some(seconds * SECOND + nanoseconds)
}

/// The offset from UTC in seconds.
fn parse_zone(text: &str) -> Option<i128> {
    if text == "Z" {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let [hour, minute] = parse_numbers(text.get(1..)?, ':', [2, 2])?;
    (hour < 24 && minute < 60).then_some(sign * (hour * 3600 + minute * 60))
}

fn parse_numbers<const N: usize>(text: &str, separator: char, lengths: [usize; N]) -> Option<[i128; N]> {
    let parts: Vec<_> = text.split(separator).collect();
    let numbers = parts.iter().zip(lengths).map(|(part, length)| parse_number(part, length));
    let numbers: Vec<_> = numbers.collect::<Option<_>>()?;
    if parts.len() == N { numbers.try_into().ok() } else { None }
}

fn parse_number(digits: &str, length: usize) -> Option<i128> {
    let valid = digits.len() == length && digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|_| valid)
}

#[cfg(test)]
mod tests {
    use super::{DAY, Moment, SECOND};

    fn parse(text: &str) -> Option<(&'static str, i128)> {
        Moment::parse(text).map(|moment| (moment.kind, moment.key))
    }

    #[test]
    fn each_kind_has_its_number() {
        assert_eq!(parse("2024-02-29"), Some(("DateLimit", 20_240_229)));
        assert_eq!(parse("08:30:00.5"), Some(("TimeLimit", 30_600 * SECOND + SECOND / 2)));
        assert_eq!(parse("0001-01-01T00:00:01"), Some(("DateTimeLimit", 10_101 * DAY + SECOND)));
        assert_eq!(parse("1970-01-01T00:00:00Z"), Some(("InstantLimit", 0)));
        assert_eq!(parse("2024-11-23T08:30:00+01:00"), Some(("InstantLimit", 1_732_347_000 * SECOND)));
        assert_eq!(parse("0000-01-01T00:00:00Z"), Some(("InstantLimit", -62_167_219_200 * SECOND)));
        assert_eq!(parse("9999-12-31T23:59:59-00:00"), Some(("InstantLimit", 253_402_300_799 * SECOND)));
    }

    #[test]
    fn what_is_no_day_or_time_is_none() {
        for text in [
            "",
            "1",
            "2023-02-29",
            "2024-13-01",
            "2024-00-01",
            "2024-04-31",
            "2024-1-1",
            "24:00:00",
            "08:30",
            "08:30:60",
            "08:30:00.",
            "08:30:00.1234567890",
            "2024-01-01T",
            "2024-01-01 08:30:00",
            "2024-01-01T08:30:00+1:00",
            "2024-01-01T08:30:00Zx",
            "+024-01-01",
            "2024-01-01T08:30:00+24:00",
            "2024-01-01-01",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
