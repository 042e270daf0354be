//! Checks the formats of dates and times: `format = "%d.%m.%Y"`, and the `zone` beside them.

use syn::LitStr;

use crate::errors::Errors;

/// What a format gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Date,
    Time,
    DateTime,
    Instant,
    /// Whatever the type is, in its default format.
    Rfc3339,
}

/// A format that was checked.
#[derive(Clone)]
pub(crate) struct Format {
    pub(crate) text: LitStr,
    pub(crate) kind: Kind,
}

/// The formats of a value, and the offset of those without one, in seconds.
pub(crate) struct Formats {
    pub(crate) list: Vec<Format>,
    pub(crate) zone: Option<i32>,
}

/// The directives, each with the part that it gives. Their meaning is that of strptime.
const DIRECTIVES: &[(&str, &[Part])] = &[
    ("%Y", &[Part::Year]),
    ("%y", &[Part::Year]),
    ("%m", &[Part::Month]),
    ("%b", &[Part::Month]),
    ("%B", &[Part::Month]),
    ("%d", &[Part::Day]),
    ("%e", &[Part::Day]),
    ("%j", &[Part::Month, Part::Day]),
    ("%a", &[]),
    ("%A", &[]),
    ("%H", &[Part::Hour]),
    ("%I", &[Part::Half]),
    ("%p", &[Part::Meridiem]),
    ("%M", &[Part::Minute]),
    ("%S", &[Part::Second]),
    ("%f", &[Part::Fraction]),
    ("%.f", &[Part::Fraction]),
    ("%z", &[Part::Offset]),
    ("%:z", &[Part::Offset]),
    ("%s", &[Part::Epoch]),
    ("%F", &[Part::Year, Part::Month, Part::Day]),
    ("%T", &[Part::Hour, Part::Minute, Part::Second]),
    ("%R", &[Part::Hour, Part::Minute]),
    ("%%", &[]),
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Year,
    Month,
    Day,
    Hour,
    /// The hour of half a day.
    Half,
    Meridiem,
    Minute,
    Second,
    Fraction,
    Offset,
    Epoch,
}

impl Formats {
    pub(crate) fn check<'a>(
        list: impl Iterator<Item = &'a LitStr>,
        zone: Option<&LitStr>,
        errors: &mut Errors,
    ) -> Option<Self> {
        let checked: Vec<_> = list.map(|text| check(text, errors)).collect();
        let offset = match zone {
            Some(zone) => Some(errors.keep(parse_zone(zone))?),
            None => None,
        };
        let list: Vec<_> = checked.into_iter().collect::<Option<_>>()?;
        if let Some(zone) = zone {
            check_zone(zone, &list, errors);
        }
        Some(Self { list, zone: offset })
    }
}

fn check(text: &LitStr, errors: &mut Errors) -> Option<Format> {
    let value = text.value();
    let kind = if value == "rfc3339" { Ok(Kind::Rfc3339) } else { parts(&value).and_then(|parts| kind(&parts)) };
    let kind = errors.keep(kind.map_err(|why| syn::Error::new(text.span(), format!("`{value}` {why}"))))?;
    Some(Format { text: text.clone(), kind })
}

/// The parts that the format gives.
fn parts(format: &str) -> Result<Vec<Part>, String> {
    let (mut parts, mut rest) = (Vec::new(), format);
    while let Some(start) = rest.find('%') {
        rest = rest.get(start..).unwrap_or("");
        let (directive, given) = DIRECTIVES
            .iter()
            .find(|(directive, _)| rest.starts_with(directive))
            .ok_or_else(|| describe_unknown(rest))?;
        for part in *given {
            if parts.contains(part) {
                return Err(format!("gives the {} twice: `{directive}` is the second", part.name()));
            }
            parts.push(*part);
        }
        rest = rest.get(directive.len()..).unwrap_or("");
    }
    Ok(parts)
}

fn describe_unknown(rest: &str) -> String {
    let length = if rest.starts_with("%:") || rest.starts_with("%.") { 3 } else { 2 };
    let directive: String = rest.chars().take(length).collect();
    let known: Vec<_> = DIRECTIVES.iter().map(|(directive, _)| format!("`{directive}`")).collect();
    let remedy = match directive.as_str() {
        "%" => "; a percent sign is written `%%`".to_owned(),
        _ => format!(", expected one of {}", known.join(", ")),
    };
    format!("has the unknown directive `{directive}`{remedy}")
}

/// What the parts make together, or what is missing.
fn kind(parts: &[Part]) -> Result<Kind, String> {
    let has = |part| parts.contains(&part);
    if has(Part::Epoch) {
        return if parts.iter().all(|part| matches!(part, Part::Epoch | Part::Fraction)) {
            Ok(Kind::Instant)
        } else {
            Err("has `%s`, which is a whole instant, beside other parts of one".to_owned())
        };
    }
    if has(Part::Half) != has(Part::Meridiem) {
        return Err("needs both `%I` and `%p`, or `%H` for the hour of the day".to_owned());
    }
    if has(Part::Half) && has(Part::Hour) {
        return Err("gives the hour twice: `%H` and `%I`".to_owned());
    }
    let (date, time) = ([Part::Year, Part::Month, Part::Day].map(has), has(Part::Hour) || has(Part::Half));
    for (part, needed) in [(Part::Minute, time), (Part::Second, has(Part::Minute)), (Part::Fraction, has(Part::Second))]
    {
        if has(part) && !needed {
            return Err(format!("has the {} without what it is part of", part.name()));
        }
    }
    let missing = [Part::Year, Part::Month, Part::Day].into_iter().find(|part| !has(*part));
    match (date.contains(&true), missing) {
        (true, Some(missing)) => Err(format!("has a part of a date, but no {}", missing.name())),
        (true, None) if has(Part::Offset) && !time => Err("has an offset, but no hour".to_owned()),
        (true, None) if has(Part::Offset) => Ok(Kind::Instant),
        (true, None) => Ok(if time { Kind::DateTime } else { Kind::Date }),
        (false, _) if has(Part::Offset) => Err("has an offset, but no date".to_owned()),
        (false, _) if time => Ok(Kind::Time),
        (false, _) => Err("has no directive for a date or time, such as `%Y-%m-%d`".to_owned()),
    }
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Hour | Self::Half => "hour",
            Self::Meridiem => "half of the day",
            Self::Minute => "minute",
            Self::Second => "second",
            Self::Fraction => "fraction of a second",
            Self::Offset => "offset",
            Self::Epoch => "instant",
        }
    }
}

/// The offset of `UTC`, or of `+01:00` and the like, in seconds.
fn parse_zone(zone: &LitStr) -> syn::Result<i32> {
    let text = zone.value();
    let offset = match text.as_bytes() {
        b"UTC" | b"Z" => Some(0),
        [sign @ (b'+' | b'-'), rest @ ..] => {
            parse_offset(rest).map(|offset| if *sign == b'-' { -offset } else { offset })
        }
        _ => None,
    };
    let message = format!("`zone` takes `UTC` or a fixed offset such as `+01:00`, but `{text}` is neither");
    offset.ok_or_else(|| syn::Error::new(zone.span(), message))
}

fn parse_offset(text: &[u8]) -> Option<i32> {
    let [h1, h2, b':', m1, m2] = text else { return None };
    let digit = |byte: &u8| char::from(*byte).to_digit(10).and_then(|digit| i32::try_from(digit).ok());
    let (hours, minutes) = (digit(h1)? * 10 + digit(h2)?, digit(m1)? * 10 + digit(m2)?);
    (hours < 24 && minutes < 60).then_some(hours * 3600 + minutes * 60)
}

fn check_zone(zone: &LitStr, list: &[Format], errors: &mut Errors) {
    if list.iter().any(|format| format.kind == Kind::Time) {
        errors.add(zone.span(), "`zone` has no effect here: a time without a date has none; remove it");
    } else if list.iter().all(|format| matches!(format.kind, Kind::Instant | Kind::Rfc3339)) {
        errors.add(zone.span(), "`zone` has no effect here: every format has an offset; remove it");
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, kind, parts};

    #[test]
    fn a_format_gives_what_its_parts_make_together() {
        let of = |format| parts(format).and_then(|parts| kind(&parts));
        assert_eq!(of("%d.%m.%Y"), Ok(Kind::Date));
        assert_eq!(of("%Y-%j"), Ok(Kind::Date));
        assert_eq!(of("%I:%M %p"), Ok(Kind::Time));
        assert_eq!(of("%F %T%.f"), Ok(Kind::DateTime));
        assert_eq!(of("%FT%T%:z"), Ok(Kind::Instant));
        assert_eq!(of("%s"), Ok(Kind::Instant));
        assert_eq!(of("%m/%Y").unwrap_err(), "has a part of a date, but no day");
        assert_eq!(of("%F %d").unwrap_err(), "gives the day twice: `%d` is the second");
        assert_eq!(of("100%").unwrap_err(), "has the unknown directive `%`; a percent sign is written `%%`");
        assert!(of("%Q").unwrap_err().starts_with("has the unknown directive `%Q`, expected one of `%Y`, "));
        assert!(of("%H:%S").is_err() && of("%I:%M").is_err() && of("%z").is_err() && of("x").is_err());
    }
}
