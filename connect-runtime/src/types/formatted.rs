//! `format = ".."`: dates and times in the formats that a field names.

use std::fmt;

use super::{
    rfc3339::ParseError,
    strptime::{self, Found, Unfit},
};
use crate::reader::{Failure, Reader, coerce};

/// A type that can be read in a format of its own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no date or time",
    label = "can't be read in a format",
    note = "`format` is for a date or time of jiff, or of chrono with the feature `chrono`, and an `Option` of one"
)]
pub trait Dated: Sized {
    /// The format of RFC 3339, to find the part of a text that does not fit it.
    const RFC3339: &'static str;

    /// Reads the default format.
    fn of_rfc3339(text: &[u8]) -> Result<Self, ParseError>;

    /// Makes a value of what was found; where it has no offset, it is `zone` in seconds.
    fn of_found(found: Found, zone: i32) -> Option<Self>;
}

/// Implements [`Dated`] for types, each with its kinds, the directives of its format in RFC 3339 and the function that reads
/// that.
macro_rules! dated {
    ($($time:ty: $($kind:ident)+, $rfc3339:literal by $parse:ident, |$found:ident, $zone:pat_param| $convert:expr;)*) => {$(
        impl Dated for $time {
            const RFC3339: &'static str = $rfc3339;

            fn of_rfc3339(text: &[u8]) -> Result<Self, ParseError> {
                rfc3339::whole($parse(text)).map(Into::into)
            }

            fn of_found($found: Found, $zone: i32) -> Option<Self> {
                $convert
            }
        }

        $(impl $kind for $time {})+
    )*};
}

pub(super) use dated;

/// Defines traits with no methods for types of a kind, each with the message for others.
macro_rules! kinds {
    ($($(#[$attribute:meta])* $trait:ident $function:ident;)*) => {$(
        $(#[$attribute])*
        pub trait $trait: Dated {}

        impl<T> Format<T> {
            /// A format of this kind; where it has no offset, it is `zone` in seconds.
            pub const fn $function(text: &'static str, zone: i32) -> Self
            where
                T: $trait,
            {
                Self { text, zone, parse: parse::<T> }
            }
        }
    )*};
}

/// A format of a value of type `T`.
#[derive(Debug)]
pub struct Format<T> {
    /// Empty for the default format of the type.
    text: &'static str,
    zone: i32,
    parse: fn(&str, &str, i32) -> Result<T, Unfit>,
}

kinds! {
    /// A type that a date makes.
    #[diagnostic::on_unimplemented(
        message = "a format of a date alone can't be read into `{Self}`",
        label = "gives a date without a time",
        note = "an instant such as `jiff::Timestamp` needs `zone = \"UTC\"` beside it, for the midnight there; a time of day needs `%H`"
    )]
    OfDate date;
    /// A type that a time makes.
    #[diagnostic::on_unimplemented(
        message = "a format of a time alone can't be read into `{Self}`",
        label = "gives a time of day without a date",
        note = "a date needs a year, a month and a day, as in `%Y-%m-%d`"
    )]
    OfTime time;
    /// A type that a date and time without offset make.
    #[diagnostic::on_unimplemented(
        message = "a format of a date and time without an offset can't be read into `{Self}`",
        label = "has no offset",
        note = "an instant such as `jiff::Timestamp` needs an offset, as `%z` or `%:z` in the format or as `zone = \"UTC\"` beside it",
        note = "a date or a time alone would lose the rest: use a type that has both, or write what is not needed without directives"
    )]
    OfDateTime date_time;
    /// A type that an instant makes.
    #[diagnostic::on_unimplemented(
        message = "a format of an instant can't be read into `{Self}`",
        label = "has an offset, or a `zone` beside it",
        note = "a date or time without an offset would lose it: use `jiff::Timestamp`, or remove the offset or `zone`"
    )]
    OfInstant instant;
}

impl<T> Format<T> {
    /// The default format of the type.
    pub const fn rfc3339() -> Self
    where
        T: Dated,
    {
        Self { text: "", zone: 0, parse: parse_rfc3339::<T> }
    }
}

fn parse<T: Dated>(format: &str, text: &str, zone: i32) -> Result<T, Unfit> {
    let found = strptime::parse(format, text)?;
    T::of_found(found, zone).ok_or_else(|| Unfit { at: text.len(), why: "the type can't hold it".to_owned() })
}

fn parse_rfc3339<T: Dated>(_: &str, text: &str, _: i32) -> Result<T, Unfit> {
    T::of_rfc3339(text.as_bytes()).map_err(|_| match strptime::parse(T::RFC3339, text) {
        Err(unfit) => unfit,
        Ok(_) => Unfit { at: text.len(), why: "it is not exactly as RFC 3339 has it".to_owned() },
    })
}

impl<T> fmt::Display for Format<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.text.is_empty() { f.write_str("RFC 3339") } else { write!(f, "`{}`", self.text) }
    }
}

/// Reads a string, or a number as one, in the first of the formats that it fits. One after the first is drift.
pub fn formatted<T>(reader: &mut Reader<'_>, formats: &[Format<T>]) -> Result<T, Failure> {
    let (start, first) = reader.token();
    if !first.is_some_and(coerce::is_scalar_text) {
        return Err(reader.wrong_type(&wanted(formats)));
    }
    let text = coerce::string(reader)?;
    let mut furthest: Option<Unfit> = None;
    for (index, format) in formats.iter().enumerate() {
        match (format.parse)(format.text, &text, format.zone) {
            Ok(value) if index == 0 => return Ok(value),
            Ok(value) => {
                reader.record_coercion(start, &wanted(formats.get(..1).unwrap_or(&[])))?;
                return Ok(value);
            }
            Err(unfit) if furthest.as_ref().is_none_or(|other| other.at < unfit.at) => furthest = Some(unfit),
            Err(_) => {}
        }
    }
    let why = furthest.map_or(String::new(), |unfit| unfit.why);
    Err(coerce::invalid_value(reader, start, &wanted(formats), &why))
}

fn wanted<T>(formats: &[Format<T>]) -> String {
    let names: Vec<_> = formats.iter().map(Format::to_string).collect();
    format!("a date or time in the format {}", names.join(" or "))
}
