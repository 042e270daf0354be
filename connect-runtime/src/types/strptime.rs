//! Parses dates and times in a format of strptime's directives, which the derive has checked.

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

/// Where a text does not fit its format, and why.
#[derive(Debug)]
pub(crate) struct Unfit {
    /// The offset in the text, in bytes.
    pub(crate) at: usize,
    pub(crate) why: String,
}

struct Parser<'t> {
    text: &'t str,
    rest: &'t str,
    found: Found,
    day_of_year: Option<i16>,
    afternoon: Option<bool>,
    weekday: Option<usize>,
    /// What was read last, for messages.
    last: &'static str,
}

type Parsed<T> = Result<T, Unfit>;

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
    let mut parser = Parser { text, rest: text, found, day_of_year: None, afternoon: None, weekday: None, last: "" };
    parser.follow(format)?;
    if !parser.rest.is_empty() {
        return parser.unfit(format!("`{}` is left over", parser.rest.escape_debug()));
    }
    parser.finish()
}

impl Parser<'_> {
    fn follow(&mut self, format: &str) -> Parsed<()> {
        let mut format = format.chars();
        while let Some(character) = format.next() {
            if character != '%' {
                self.literal(character)?;
                continue;
            }
            match format.next() {
                Some(':') => {
                    format.next();
                    self.colon_offset()?;
                }
                Some('.') => {
                    format.next();
                    if self.rest.starts_with('.') {
                        self.fraction(1)?;
                    }
                }
                Some(directive) => self.directive(directive)?,
                None => self.literal('%')?,
            }
        }
        Ok(())
    }

    fn unfit<T>(&self, why: String) -> Parsed<T> {
        Err(Unfit { at: self.text.len() - self.rest.len(), why })
    }

    fn literal(&mut self, wanted: char) -> Parsed<()> {
        if let Some(rest) = self.rest.strip_prefix(wanted) {
            self.rest = rest;
            return Ok(());
        }
        let place = if self.last.is_empty() { "at the start".to_owned() } else { format!("after the {}", self.last) };
        let found =
            self.rest.chars().next().map_or("the end".to_owned(), |found| format!("`{}`", found.escape_debug()));
        self.unfit(format!("expected `{wanted}` {place}, found {found}"))
    }

    fn directive(&mut self, directive: char) -> Parsed<()> {
        match directive {
            'F' => return self.follow("%Y-%m-%d"),
            'T' => return self.follow("%H:%M:%S"),
            'R' => return self.follow("%H:%M"),
            'Y' => self.found.date.year = self.number("year", 4, 4, 0..=9999)?,
            'y' => {
                let year = self.number("year", 2, 2, 0..=99)?;
                self.found.date.year = if year < 69 { 2000 + year } else { 1900 + year };
            }
            'm' => self.found.date.month = self.small("month", 1, 12)?,
            'b' | 'B' => {
                let index = self.name("month", &MONTHS, directive == 'b')?;
                self.found.date.month = i8::try_from(index + 1).unwrap_or(1);
            }
            'e' | 'd' => {
                if directive == 'e' {
                    self.rest = self.rest.strip_prefix(' ').unwrap_or(self.rest);
                }
                self.found.date.day = self.small("day", 1, 31)?;
            }
            'j' => self.day_of_year = Some(self.number("day of the year", 1, 3, 1..=366)?),
            'a' | 'A' => self.weekday = Some(self.name("weekday", &WEEKDAYS, directive == 'a')?),
            'H' => self.found.time.hour = self.small("hour", 0, 23)?,
            'I' => self.found.time.hour = self.small("hour", 1, 12)?,
            'p' => self.afternoon = Some(self.name("half of the day", &["AM", "PM"], false)? == 1),
            'M' => self.found.time.minute = self.small("minute", 0, 59)?,
            'S' => self.found.time.second = self.second()?,
            'f' => self.fraction(0)?,
            'z' => self.plain_offset()?,
            's' => self.found.epoch = Some(self.epoch()?),
            other => self.literal(other)?,
        }
        Ok(())
    }

    fn digits(&self) -> usize {
        self.rest.bytes().take_while(u8::is_ascii_digit).count()
    }

    fn take(&mut self, length: usize) -> &str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// A number of `least` to `most` digits.
    fn number(
        &mut self,
        part: &'static str,
        least: usize,
        most: usize,
        range: std::ops::RangeInclusive<i16>,
    ) -> Parsed<i16> {
        let digits = self.digits().min(most);
        if self.rest.is_empty() {
            return self.unfit(format!("the {part} is missing"));
        }
        if digits == 0 {
            return self.unfit(format!("the {part} is not a number: `{}`", self.shown()));
        }
        if digits < least {
            return self.unfit(format!("the {part} has {digits} of {least} digits"));
        }
        let before = self.rest;
        let number = self.take(digits).parse().unwrap_or(i16::MAX);
        if !range.contains(&number) {
            self.rest = before;
            return self.unfit(format!("the {part} is {number}, not {} to {}", range.start(), range.end()));
        }
        self.last = part;
        Ok(number)
    }

    fn small(&mut self, part: &'static str, least: i16, most: i16) -> Parsed<i8> {
        self.number(part, 1, 2, least..=most).map(|number| i8::try_from(number).unwrap_or(0))
    }

    fn second(&mut self) -> Parsed<i8> {
        if self.rest.starts_with("60") {
            return self.unfit("leap seconds can't be held".to_owned());
        }
        self.small("second", 0, 59)
    }

    /// The index of a name, of which there may be only the first three letters if it is `short`.
    fn name(&mut self, part: &'static str, names: &[&str], short: bool) -> Parsed<usize> {
        if self.rest.is_empty() {
            return self.unfit(format!("the {part} is missing"));
        }
        let length = |name: &str| if short { 3 } else { name.len() };
        let is_next = |name: &&str| {
            let (start, wanted) = (self.rest.get(..length(name)), name.get(..length(name)));
            start.zip(wanted).is_some_and(|(start, wanted)| start.eq_ignore_ascii_case(wanted))
        };
        let Some((index, name)) = names.iter().enumerate().find(|(_, name)| is_next(name)) else {
            return self.unfit(format!("`{}` is no name of a {part}", self.shown()));
        };
        self.take(length(name));
        self.last = part;
        Ok(index)
    }

    /// The digits after `skipped` bytes, as nanoseconds. Digits beyond the ninth must be zeros.
    fn fraction(&mut self, skipped: usize) -> Parsed<()> {
        let before = self.rest;
        self.take(skipped);
        let digits = self.digits();
        if digits == 0 {
            return self.unfit("the fraction of a second is missing".to_owned());
        }
        let (nanoseconds, beyond) =
            self.take(digits).split_at_checked(9).unwrap_or((before.get(skipped..skipped + digits).unwrap_or(""), ""));
        if beyond.bytes().any(|digit| digit != b'0') {
            self.rest = before;
            return self.unfit("it is finer than a nanosecond".to_owned());
        }
        self.found.time.nanosecond = format!("{nanoseconds:0<9}").parse().unwrap_or(0);
        self.last = "fraction of a second";
        Ok(())
    }

    fn epoch(&mut self) -> Parsed<i64> {
        let sign = usize::from(self.rest.starts_with('-'));
        let digits = self.rest.bytes().skip(sign).take_while(u8::is_ascii_digit).count();
        let (seconds, rest) = self.rest.split_at_checked(sign + digits).unwrap_or((self.rest, ""));
        let Ok(seconds) = seconds.parse() else {
            return self.unfit(format!("`{}` is no number of seconds", self.shown()));
        };
        self.rest = rest;
        self.last = "seconds since 1970";
        Ok(seconds)
    }

    fn plain_offset(&mut self) -> Parsed<()> {
        self.offset(|digits| match digits {
            [h1, h2, m1, m2, ..] if [h1, h2, m1, m2].into_iter().all(u8::is_ascii_digit) => {
                Ok(([*h1, *h2, *m1, *m2], 4))
            }
            [_, _, b':', ..] => Err("has a colon"),
            _ => Err("is not of the form `+0100`"),
        })
    }

    fn colon_offset(&mut self) -> Parsed<()> {
        self.offset(|digits| match digits {
            [h1, h2, b':', m1, m2, ..] if [h1, h2, m1, m2].into_iter().all(u8::is_ascii_digit) => {
                Ok(([*h1, *h2, *m1, *m2], 5))
            }
            [h1, h2, m1, m2, ..] if [h1, h2, m1, m2].into_iter().all(u8::is_ascii_digit) => Err("has no colon"),
            _ => Err("is not of the form `+01:00`"),
        })
    }

    /// `Z`, or a sign and what `split` makes four digits of, with the length of these.
    fn offset(&mut self, split: impl FnOnce(&[u8]) -> Result<([u8; 4], usize), &'static str>) -> Parsed<()> {
        let sign = match self.rest.bytes().next() {
            None => return self.unfit("the offset is missing".to_owned()),
            Some(b'Z' | b'z') => {
                self.take(1);
                self.found.offset = Some(0);
                return Ok(());
            }
            Some(b'+') => 1,
            Some(b'-') => -1,
            Some(_) => return self.unfit(format!("`{}` is no offset", self.shown())),
        };
        let (digits, length) = match split(self.rest.get(1..).unwrap_or("").as_bytes()) {
            Ok(split) => split,
            Err(why) => return self.unfit(format!("the offset {why}: `{}`", self.shown())),
        };
        let [h1, h2, m1, m2] = digits.map(|digit| i32::from(digit.wrapping_sub(b'0')));
        let (hours, minutes) = (h1 * 10 + h2, m1 * 10 + m2);
        if hours > 23 || minutes > 59 {
            return self.unfit(format!("there is no offset `{}`", self.shown()));
        }
        self.take(1 + length);
        self.last = "offset";
        self.found.offset = Some(sign * (hours * 3600 + minutes * 60));
        Ok(())
    }

    /// The next word, for messages.
    fn shown(&self) -> String {
        let word = self.rest.split_whitespace().next().unwrap_or(self.rest);
        word.chars().take(20).flat_map(char::escape_debug).collect()
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
            return Err(Unfit { at: self.text.len(), why: "there is no such day".to_owned() });
        };
        match self.weekday {
            Some(weekday) if usize::try_from(days.rem_euclid(7)) != Ok(weekday) => {
                Err(Unfit { at: self.text.len(), why: "the weekday is not that of the date".to_owned() })
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
        Err(Unfit { at: self.text.len(), why: "there is no such day".to_owned() })
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
