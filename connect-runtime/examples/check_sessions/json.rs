//! JSON output for scripts, one object per line.

use std::{
    fmt::Display,
    io::{self, Write},
};

use connect_runtime::{Change, ConnectSession, Decoded, Issue, Report, Tally};
use serde::{Serialize, Serializer};

use crate::{
    input::Input,
    printer::{Place, Printer},
};

pub(crate) struct Json {
    pub(crate) drift: bool,
}

/// A line of output.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'l> {
    Valid {
        #[serde(flatten)]
        at: At<'l>,
        session: &'l ConnectSession,
    },
    Problem {
        #[serde(flatten)]
        at: At<'l>,
        #[serde(flatten)]
        issue: &'l Issue,
    },
    /// After the last listed problem, if the record has more of them.
    Truncated {
        #[serde(flatten)]
        at: At<'l>,
    },
    Drift {
        #[serde(flatten)]
        at: At<'l>,
        #[serde(flatten)]
        change: &'l Change,
    },
    Unreadable {
        #[serde(serialize_with = "as_text")]
        file: &'l Input,
        #[serde(serialize_with = "as_text")]
        message: &'l io::Error,
    },
    Tally(&'l Tally),
}

#[derive(Serialize, Clone, Copy)]
struct At<'p> {
    #[serde(serialize_with = "as_text")]
    file: &'p Input,
    record: u64,
}

fn as_text<S: Serializer>(value: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

impl<'p> From<Place<'p>> for At<'p> {
    fn from(place: Place<'p>) -> Self {
        Self { file: place.input, record: place.record }
    }
}

fn write_line(out: &mut dyn Write, line: &Line<'_>) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

impl Printer for Json {
    fn valid(&self, out: &mut dyn Write, place: Place<'_>, session: &Decoded<ConnectSession>) -> io::Result<()> {
        let at = place.into();
        write_line(out, &Line::Valid { at, session: &session.value })?;
        let changes = if self.drift { session.drift.changes() } else { &[] };
        changes.iter().try_for_each(|change| write_line(out, &Line::Drift { at, change }))
    }

    fn rejected(&self, out: &mut dyn Write, place: Place<'_>, report: &Report) -> io::Result<()> {
        let at = place.into();
        report.issues().iter().try_for_each(|issue| write_line(out, &Line::Problem { at, issue }))?;
        if report.truncated() { write_line(out, &Line::Truncated { at }) } else { Ok(()) }
    }

    fn unreadable(&self, out: &mut dyn Write, input: &Input, error: &io::Error) -> io::Result<()> {
        write_line(out, &Line::Unreadable { file: input, message: error })
    }

    fn tally(&self, out: &mut dyn Write, tally: &Tally) -> io::Result<()> {
        write_line(out, &Line::Tally(tally))
    }
}
