//! Steps through the text of a date or time, and says where it does not fit.

/// Where a text does not fit its format, and why.
#[derive(Debug)]
pub(crate) struct Unfit {
    /// The offset in the text, in bytes.
    pub(crate) at: usize,
    pub(crate) why: String,
}

pub(super) type Parsed<T> = Result<T, Unfit>;

/// What is left of a text.
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) rest: &'t str,
    /// What was read last, for messages.
    pub(super) last: &'static str,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, rest: text, last: "" }
    }

    pub(super) fn unfit<T>(&self, why: String) -> Parsed<T> {
        Err(Unfit { at: self.text.len() - self.rest.len(), why })
    }

    pub(super) fn literal(&mut self, wanted: char) -> Parsed<()> {
        if let Some(rest) = self.rest.strip_prefix(wanted) {
            self.rest = rest;
            return Ok(());
        }
        let place = if self.last.is_empty() { "at the start".to_owned() } else { format!("after the {}", self.last) };
        let found =
            self.rest.chars().next().map_or("the end".to_owned(), |found| format!("`{}`", found.escape_debug()));
        self.unfit(format!("expected `{wanted}` {place}, found {found}"))
    }

    pub(super) fn digits(&self) -> usize {
        self.rest.bytes().take_while(u8::is_ascii_digit).count()
    }

    pub(super) fn take(&mut self, length: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// A number of `least` to `most` digits.
    pub(super) fn number(
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

    pub(super) fn small(&mut self, part: &'static str, least: i16, most: i16) -> Parsed<i8> {
        self.number(part, 1, 2, least..=most).map(|number| i8::try_from(number).unwrap_or(0))
    }

    /// The index of a name, of which there may be only the first three letters if it is `short`.
    pub(super) fn name(&mut self, part: &'static str, names: &[&str], short: bool) -> Parsed<usize> {
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

    pub(super) fn plain_offset(&mut self) -> Parsed<i32> {
        self.offset(|digits| match digits {
            [h1, h2, m1, m2, ..] if [h1, h2, m1, m2].into_iter().all(u8::is_ascii_digit) => {
                Ok(([*h1, *h2, *m1, *m2], 4))
            }
            [_, _, b':', ..] => Err("has a colon"),
            _ => Err("is not of the form `+0100`"),
        })
    }

    pub(super) fn colon_offset(&mut self) -> Parsed<i32> {
        self.offset(|digits| match digits {
            [h1, h2, b':', m1, m2, ..] if [h1, h2, m1, m2].into_iter().all(u8::is_ascii_digit) => {
                Ok(([*h1, *h2, *m1, *m2], 5))
            }
            [h1, h2, m1, m2, ..] if [h1, h2, m1, m2].into_iter().all(u8::is_ascii_digit) => Err("has no colon"),
            _ => Err("is not of the form `+01:00`"),
        })
    }

    /// `Z`, or a sign and what `split` makes four digits of, with the length of these.
    fn offset(&mut self, split: impl FnOnce(&[u8]) -> Result<([u8; 4], usize), &'static str>) -> Parsed<i32> {
        let sign = match self.rest.bytes().next() {
            None => return self.unfit("the offset is missing".to_owned()),
            Some(b'Z' | b'z') => {
                self.take(1);
                return Ok(0);
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
        Ok(sign * (hours * 3600 + minutes * 60))
    }

    /// The next word, for messages.
    pub(super) fn shown(&self) -> String {
        let word = self.rest.split_whitespace().next().unwrap_or(self.rest);
        word.chars().take(20).flat_map(char::escape_debug).collect()
    }
}
