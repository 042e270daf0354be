//! The command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use connect_runtime::Decoder;

/// Checks connect sessions in JSON against the model `ConnectSession`
///
/// Reads one session, an array of sessions, one session a line (NDJSON) or sessions one after the other, and tells by
/// itself which of these a file is. Both documented versions of a session are taken, in `camelCase` and in `snake_case`.
/// A file may be larger than the memory, and one broken session costs no other.
///
/// Every problem has a line `FILE:LINE:COLUMN: PATH: MESSAGE [CODE]`, in which the path is that within the session.
#[derive(Parser, Debug)]
#[command(name = "check_sessions", after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// Files to check, `-` for standard input; without any, a file of examples that is part of this program
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// Refuse what is accepted leniently otherwise, such as a number for a string or an unknown category
    #[arg(long)]
    pub(crate) strict: bool,

    /// Refuse fields that a session does not have
    #[arg(long)]
    pub(crate) deny_unknown_fields: bool,

    /// Show all that was accepted although it is not what the model says
    #[arg(long)]
    pub(crate) drift: bool,

    /// How to show what was found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,

    /// Write the text of every rejected session to FILE, one a line (NDJSON), to be mended and checked again
    ///
    /// A FILE that exists is overwritten. Of a session longer than 1 MiB only the start is written.
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A line for each valid session and for each problem, and tables of what happened how often, and where first
    Human,
    /// A line for each problem, and the count
    Short,
    /// An object a line, told apart by `type`: `valid`, `problem`, `truncated` (there are more
    /// problems), `drift`, `unreadable`, and `tally` at the end
    Json,
}

impl Args {
    pub(crate) fn decoder(&self) -> Decoder {
        Decoder::new().strict(self.strict).deny_unknown_fields(self.deny_unknown_fields)
    }
}

const EXAMPLES: &str = "\
Examples (from the sources: cargo run --release --example check_sessions -- ARGUMENTS):
  What an export holds, and what changed about the API since it was documented:
      check_sessions --drift sessions.ndjson

  The answer of an API, as it comes:
      curl -s https://api.example/connect_sessions | check_sessions -

  Nothing but exactly what is documented, as in a test:
      check_sessions --strict --deny-unknown-fields --format short sessions.ndjson

  The codes of all problems by frequency:
      check_sessions --format json *.json | jq -r 'select(.type == \"problem\").code' | sort | uniq -c

  All valid sessions in the documented spelling, ids as strings:
      check_sessions --format json sessions.json | jq -c 'select(.type == \"valid\").session'

  Keep what is rejected, mend it, and check that alone:
      check_sessions --rejects rejects.ndjson sessions.ndjson
      check_sessions rejects.ndjson

Exit status:
  0  all sessions are valid
  1  some session is invalid
  2  a file could not be read or written, or the command line is wrong

Lines and columns count from 1, columns in characters; records in JSON count from 0. Colours are used on a terminal unless \
NO_COLOR is set. If standard output is closed, as by `head`, the check ends with the status of what it has seen.";
