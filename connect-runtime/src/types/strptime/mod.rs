//! Parses dates and times in a format of strptime's directives, which the derive has checked.

mod cursor;

pub(crate) use cursor::Unfit;
use cursor::{Cursor, Parsed};

use super::{
    calendar::{self, SECOND},
    rfc3339::{FullDate, PartialTime},
};

/// What a text gave.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    pub(crate) date: FullDate,
    pub(crate) time: PartialTime,
    /// In seconds east of UTC, if the text has one.
    pub(crate) offset: Option<i32>,
    /// Seconds since 1970, where they are given in place of all else.
    pub(crate) epoch: Option<i64>,
}

struct Parser<'t> {
    cursor: Cursor<'t>,
    found: Found,
    day_of_year: Option<i16>,
    afternoon: Option<bool>,
    weekday: Option<usize>,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/// Parses all of `text`.
pub(crate) fn parse(format: &str, text: &str) -> Parsed<Found> {
    let found = Found {
        date: FullDate { year: 1970, month: 1, day: 1 },
        time: PartialTime { hour: 0, minute: 0, second: 0, nanosecond: 0 },
        offset: None,
        epoch: None,
    };
    let mut parser = Parser { cursor: Cursor::new(text), found, day_of_year: None, afternoon: None, weekday: None };
    parser.follow(format)?;
    if !parser.cursor.rest.is_empty() {
        return parser.cursor.unfit(format!("`{}` is left over", parser.cursor.rest.escape_debug()));
    }
    parser.finish()
}

impl Parser<'_> {
    fn follow(&mut self, format: &str) -> Parsed<()> {
        let mut format = format.chars();
        while let Some(character) = format.next() {
            if character != '%' {
                self.cursor.literal(character)?;
                continue;
            }
            match format.next() {
                Some(':') => {
                    format.next();
                    self.found.offset = Some(self.cursor.colon_offset()?);
                }
                Some('.') => {
                    format.next();
                    if self.cursor.rest.starts_with('.') {
                        self.fraction(1)?;
                    }
                }
                Some(directive) => self.directive(directive)?,
                None => self.cursor.literal('%')?,
            }
        }
        Ok(())
    }

    fn directive(&mut self, directive: char) -> Parsed<()> {
        match directive {
            'F' => return self.follow("%Y-%m-%d"),
            'T' => return self.follow("%H:%M:%S"),
            'R' => return self.follow("%H:%M"),
            'Y' => self.found.date.year = self.cursor.number("year", 4, 4, 0..=9999)?,
            'y' => {
                let year = self.cursor.number("year", 2, 2, 0..=99)?;
                self.found.date.year = if year < 69 { 2000 + year } else { 1900 + year };
            }
            'm' => self.found.date.month = self.cursor.small("month", 1, 12)?,
            'b' | 'B' => {
                let index = self.cursor.name("month", &MONTHS, directive == 'b')?;
                self.found.date.month = i8::try_from(index + 1).unwrap_or(1);
            }
            'e' | 'd' => {
                if directive == 'e' {
                    self.cursor.rest = self.cursor.rest.strip_prefix(' ').unwrap_or(self.cursor.rest);
                }
                self.found.date.day = self.cursor.small("day", 1, 31)?;
            }
            'j' => self.day_of_year = Some(self.cursor.number("day of the year", 1, 3, 1..=366)?),
            'a' | 'A' => self.weekday = Some(self.cursor.name("weekday", &WEEKDAYS, directive == 'a')?),
            'H' => self.found.time.hour = self.cursor.small("hour", 0, 23)?,
            'I' => self.found.time.hour = self.cursor.small("hour", 1, 12)?,
            'p' => self.afternoon = Some(self.cursor.name("half of the day", &["AM", "PM"], false)? == 1),
            'M' => self.found.time.minute = self.cursor.small("minute", 0, 59)?,
            'S' => self.found.time.second = self.second()?,
            'f' => self.fraction(0)?,
            'z' => self.found.offset = Some(self.cursor.plain_offset()?),
            's' => self.found.epoch = Some(self.epoch()?),
            other => self.cursor.literal(other)?,
        }
        Ok(())
    }

    fn second(&mut self) -> Parsed<i8> {
        if self.cursor.rest.starts_with("60") {
            return self.cursor.unfit("leap seconds can't be held".to_owned());
        }
        self.cursor.small("second", 0, 59)
    }

    /// The digits after `skipped` bytes, as nanoseconds. Digits beyond the ninth must be zeros.
    fn fraction(&mut self, skipped: usize) -> Parsed<()> {
        let before = self.cursor.rest;
        self.cursor.take(skipped);
        let digits = self.cursor.digits();
        if digits == 0 {
            return self.cursor.unfit("the fraction of a second is missing".to_owned());
        }
        let taken = self.cursor.take(digits);
        let (nanoseconds, beyond) = taken.split_at_checked(9).unwrap_or((taken, ""));
        if beyond.bytes().any(|digit| digit != b'0') {
            self.cursor.rest = before;
            return self.cursor.unfit("it is finer than a nanosecond".to_owned());
        }
        self.found.time.nanosecond = format!("{nanoseconds:0<9}").parse().unwrap_or(0);
        self.cursor.last = "fraction of a second";
        Ok(())
    }

    fn epoch(&mut self) -> Parsed<i64> {
        let sign = usize::from(self.cursor.rest.starts_with('-'));
        let digits = self.cursor.rest.bytes().skip(sign).take_while(u8::is_ascii_digit).count();
        let (seconds, rest) = self.cursor.rest.split_at_checked(sign + digits).unwrap_or((self.cursor.rest, ""));
        let Ok(seconds) = seconds.parse() else {
            return self.cursor.unfit(format!("`{}` is no number of seconds", self.cursor.shown()));
        };
        self.cursor.rest = rest;
        self.cursor.last = "seconds since 1970";
        Ok(seconds)
    }

    /// Checks the parts against each other.
    fn finish(mut self) -> Parsed<Found> {
        if let Some(afternoon) = self.afternoon {
            self.found.time.hour = self.found.time.hour % 12 + if afternoon { 12 } else { 0 };
        }
        if let Some(day) = self.day_of_year {
            self.found.date = self.date_of_day(day)?;
        }
        let Some(days) = calendar::days(self.found.date) else {
            return Err(Unfit { at: self.cursor.text.len(), why: "there is no such day".to_owned() });
        };
        match self.weekday {
            Some(weekday) if usize::try_from(days.rem_euclid(7)) != Ok(weekday) => {
                Err(Unfit { at: self.cursor.text.len(), why: "the weekday is not that of the date".to_owned() })
            }
            _ => Ok(self.found),
        }
    }

    fn date_of_day(&self, mut day: i16) -> Parsed<FullDate> {
        let year = self.found.date.year;
        for month in 1..=12 {
            let length = calendar::days_of_month(year, month).map_or(0, i16::from);
            if day <= length {
                return Ok(FullDate { year, month, day: i8::try_from(day).unwrap_or(1) });
            }
            day -= length;
        }
        Err(Unfit { at: self.cursor.text.len(), why: "there is no such day".to_owned() })
    }
}

impl Found {
    /// Nanoseconds since 1970; where the text has no offset, it is `zone`.
    pub(crate) fn nanoseconds(&self, zone: i32) -> Option<i128> {
        if let Some(epoch) = self.epoch {
            return Some(i128::from(epoch) * SECOND + i128::from(self.time.nanosecond));
        }
        calendar::nanoseconds(self.date, self.time, self.offset.unwrap_or(zone))
    }
}
