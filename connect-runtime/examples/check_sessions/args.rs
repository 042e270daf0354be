//! Command-line arguments.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use connect_runtime::Decoder;

/// Checks connect sessions in JSON against the model `ConnectSession`
///
/// Reads one session, an array of sessions, one session per line (NDJSON) or concatenated sessions, and detects which
/// of these a file contains. Accepts both documented versions of a session, in `camelCase` and in `snake_case`. A file
/// may be larger than memory, and one broken session does not affect the others.
///
/// Every problem is one line `FILE:LINE:COLUMN: PATH: MESSAGE [CODE]`. The path starts at the session.
#[derive(Parser, Debug)]
#[command(name = "check_sessions", after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// Files to check, `-` for standard input; without any, the examples bundled with this program
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// Refuse what is otherwise accepted leniently, such as a number for a string or an unknown category
    #[arg(long)]
    pub(crate) strict: bool,

    /// Refuse fields that are unknown in a session
    #[arg(long)]
    pub(crate) deny_unknown_fields: bool,

    /// Show everything that was accepted although it differs from the model
    #[arg(long)]
    pub(crate) drift: bool,

    /// How to show the results
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,

    /// Write the text of every rejected session to FILE, one per line (NDJSON), to be repaired and checked again
    ///
    /// An existing FILE is overwritten. Only the start of a session longer than 1 MiB is written.
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A line for each valid session and each problem, and tables that count what was found and where it was first seen
    Human,
    /// A line for each problem, and the totals
    Short,
    /// An object per line, distinguished by `type`: `valid`, `problem`, `truncated` (there are more
    /// problems), `drift`, `unreadable`, and `tally` at the end
    Json,
}

impl Args {
    /// Whether the bundled examples are checked.
    pub(crate) fn wants_examples(&self) -> bool {
        self.files.is_empty()
    }

    pub(crate) fn decoder(&self) -> Decoder {
        Decoder::new().strict(self.strict).deny_unknown_fields(self.deny_unknown_fields)
    }
}

const EXAMPLES: &str = "\
Examples (from the sources: cargo run --release --example check_sessions -- ARGUMENTS):
  See what an export contains, and how the API differs from its documentation:
      check_sessions --drift sessions.ndjson

  Check the response of an API directly:
      curl -s https://api.example/connect_sessions | check_sessions -

  Accept only exactly what is documented, as in a test:
      check_sessions --strict --deny-unknown-fields --format short sessions.ndjson

  Count the codes of all problems:
      check_sessions --format json *.json | jq -r 'select(.type == \"problem\").code' | sort | uniq -c

  Print all valid sessions in the documented spelling, with ids as strings:
      check_sessions --format json sessions.json | jq -c 'select(.type == \"valid\").session'

  Save rejected sessions, repair them, and check only those:
      check_sessions --rejects rejects.ndjson sessions.ndjson
      check_sessions rejects.ndjson

Exit status:
  0  all sessions are valid, or no FILE is named: some of the bundled examples are broken on purpose
  1  at least one session is invalid
  2  a file could not be read or written, or the command line is invalid

Lines and columns count from 1, columns in characters; records in JSON output count from 0. Colours are used on a terminal \
unless NO_COLOR is set. If standard output is closed, as by `head`, the check ends with the status of what it has seen so far.";
