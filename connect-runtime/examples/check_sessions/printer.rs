//! What the ways to show things have in common.

use std::io::{self, Write};

use connect_runtime::{ConnectSession, Decoded, Report, Tally};

use crate::input::Input;

/// A session's place among the others.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    pub(crate) input: &'p Input,
    /// How many sessions of the input come before it.
    pub(crate) record: u64,
}

/// Writes what is found as lines.
pub(crate) trait Printer {
    fn valid(&self, out: &mut dyn Write, place: Place<'_>, session: &Decoded<ConnectSession>) -> io::Result<()>;

    fn rejected(&self, out: &mut dyn Write, place: Place<'_>, report: &Report) -> io::Result<()>;

    fn unreadable(&self, out: &mut dyn Write, input: &Input, error: &io::Error) -> io::Result<()>;

    fn tally(&self, out: &mut dyn Write, tally: &Tally) -> io::Result<()>;
}
