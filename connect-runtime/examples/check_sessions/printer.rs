//! The interface that all output formats implement.

use std::io::{self, Write};

use connect_runtime::{ConnectSession, Decoded, Report, Tally};

use crate::input::Input;

/// The position of a session among all sessions.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    pub(crate) input: &'p Input,
    /// Its index in the input.
    pub(crate) record: u64,
}

/// Writes results as lines.
pub(crate) trait Printer {
    fn valid(&self, out: &mut dyn Write, place: Place<'_>, session: &Decoded<ConnectSession>) -> io::Result<()>;

    fn rejected(&self, out: &mut dyn Write, place: Place<'_>, report: &Report) -> io::Result<()>;

    fn unreadable(&self, out: &mut dyn Write, input: &Input, error: &io::Error) -> io::Result<()>;

    fn tally(&self, out: &mut dyn Write, tally: &Tally) -> io::Result<()>;
}
