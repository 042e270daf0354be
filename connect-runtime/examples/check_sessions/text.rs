//! Output for people, and for editors that can jump to `file:line:column`.

use std::{
    fmt::{self, Display, Formatter},
    io::{self, Write},
};

use connect_runtime::{Change, ConnectSession, Decoded, Drift, Issue, Report, Tally};

use crate::{
    args::{Args, Format},
    input::Input,
    printer::{Place, Printer},
    style::{BAD, CHANGED, Coloured, GOOD, PLACE, Sanitised, Style, wants_colours},
};

/// What is said below the totals of the bundled examples.
const ON_PURPOSE: &str = "some of these bundled examples are broken on purpose, to show how problems are reported";

pub(crate) struct Text {
    format: Format,
    drift: bool,
    /// How many files are checked; the bundled examples are if there are none.
    files: usize,
    colours: bool,
}

impl Text {
    pub(crate) fn new(args: &Args) -> Self {
        Self { format: args.format, drift: args.drift, files: args.files.len(), colours: wants_colours() }
    }

    fn paint<T>(&self, style: Style, text: T) -> Coloured<T> {
        Coloured(self.colours.then_some(style), text)
    }

    fn write_issue(&self, out: &mut dyn Write, input: &Input, issue: &Issue) -> io::Result<()> {
        let place = Spot { input, line: issue.line(), column: issue.column() };
        let (place, code) = (self.paint(PLACE, place), self.paint(BAD, issue.code()));
        writeln!(out, "{place}: {}: {} [{code}]", issue.path(), issue.message())
    }

    fn write_change(&self, out: &mut dyn Write, input: &Input, change: &Change) -> io::Result<()> {
        let place = Spot { input, line: change.line(), column: change.column() };
        let (place, kind) = (self.paint(PLACE, place), self.paint(CHANGED, change.kind()));
        writeln!(out, "{place}: {}: found `{}` [{kind}]", change.path(), Sanitised(change.found()))
    }
}

impl Printer for Text {
    fn valid(&self, out: &mut dyn Write, place: Place<'_>, session: &Decoded<ConnectSession>) -> io::Result<()> {
        if self.format == Format::Human {
            write!(out, "{}  ", self.paint(GOOD, "valid"))?;
            if self.files > 1 {
                write!(out, "{}: ", Sanitised(place.input))?;
            }
            write!(out, "{}", Sanitised(Summary(&session.value)))?;
            if !session.drift.is_empty() {
                write!(out, "  {}", self.paint(CHANGED, Drifted(&session.drift)))?;
            }
            writeln!(out)?;
        }
        if self.drift {
            session.drift.changes().iter().try_for_each(|change| self.write_change(out, place.input, change))?;
        }
        Ok(())
    }

    fn rejected(&self, out: &mut dyn Write, place: Place<'_>, report: &Report) -> io::Result<()> {
        report.issues().iter().try_for_each(|issue| self.write_issue(out, place.input, issue))?;
        if report.truncated() {
            let shown = report.issues().len();
            writeln!(out, "{}: there are more problems in this session than these {shown}", Sanitised(place.input))?;
        }
        Ok(())
    }

    /// Nothing, because standard error has the message.
    fn unreadable(&self, _: &mut dyn Write, _: &Input, _: &io::Error) -> io::Result<()> {
        Ok(())
    }

    /// The totals come last, where they stay visible.
    fn tally(&self, out: &mut dyn Write, tally: &Tally) -> io::Result<()> {
        let all = tally.to_string();
        let (totals, tables) = all.split_once('\n').unwrap_or((&all, ""));
        if self.format == Format::Human {
            writeln!(out, "{tables}")?;
        }
        writeln!(out, "{totals}")?;
        if self.files == 0 { writeln!(out, "{ON_PURPOSE}") } else { Ok(()) }
    }
}

/// `file:line:column`.
struct Spot<'s> {
    input: &'s Input,
    line: Option<usize>,
    column: Option<usize>,
}

impl Display for Spot<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Sanitised(self.input).fmt(f)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))?;
        self.column.map_or(Ok(()), |column| write!(f, ":{column}"))
    }
}

/// A session in one line.
struct Summary<'s>(&'s ConnectSession);

impl Display for Summary<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(session) = self;
        write!(f, "{:<36}  {:.0}  {}", session.id, session.created_at, session.origin_owner_name)?;
        if let Some(label) = &session.label {
            write!(f, " ({label})")?;
        }
        for (number, category) in session.categories.iter().flatten().enumerate() {
            write!(f, "{}{category}", if number == 0 { ": " } else { ", " })?;
        }
        if let Some(provider) = &session.provider {
            write!(f, " through {provider}")?;
        }
        Ok(())
    }
}

/// The number of changes.
struct Drifted<'d>(&'d Drift);

impl Display for Drifted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.changes().len() {
            1 => f.write_str("1 change"),
            count if self.0.truncated() => write!(f, "more than {count} changes"),
            count => write!(f, "{count} changes"),
        }
    }
}
