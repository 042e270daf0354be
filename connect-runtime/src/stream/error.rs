//! The errors of a stream.

use std::{fmt, io};

use crate::{one_line::one_line, report::Report};

/// Why a stream did not yield a record.
///
/// `Display` and `Debug` keep the raw text out of logs; both include the [`Report`]. `Debug` reads as `Display` does, since
/// `unwrap` and a `main` that returns the error print it; `{:#?}` shows the fields.
///
/// ```
/// use connect_runtime::{stream, StreamError};
///
/// let mut records = stream::<bool>("true\n  yes\n".as_bytes());
/// assert_eq!(records.next().transpose()?.map(|record| record.value), Some(true));
/// let Some(Err(error @ StreamError::Rejected { .. })) = records.next() else { panic!() };
/// assert_eq!(error.to_string(), "record 1 at line 2: 2:3: $: expected a value, found `y` [syntax]");
/// let StreamError::Rejected { index, line, raw, report } = error else { panic!() };
/// assert_eq!((index, line, raw.as_str()), (1, 2, "yes"));
/// assert_eq!(report.issues()[0].line(), Some(2));
/// # Ok::<(), StreamError>(())
/// ```
pub enum StreamError {
    /// The source could not be read; the stream ends.
    Io(io::Error),
    /// A record is not valid; others may follow.
    Rejected {
        /// The number of records before it.
        index: u64,
        /// The line it starts on, 1-based.
        line: u64,
        /// The first 1 MiB of its text, without surrounding white space. Bytes that are not UTF-8 are replaced by
        /// U+FFFD.
        raw: String,
        /// Its problems. Paths start at the record; line, column and span count from the start of the stream.
        report: Report,
    },
}

impl fmt::Debug for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            _ if !f.alternate() => fmt::Display::fmt(self, f),
            Self::Io(error) => f.debug_tuple("Io").field(error).finish(),
            Self::Rejected { index, line, report, .. } => f
                .debug_struct("Rejected")
                .field("index", index)
                .field("line", line)
                .field("report", report)
                .finish_non_exhaustive(),
        }
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "the stream could not be read: {}", one_line(error.to_string())),
            Self::Rejected { index, line, report, .. } => {
                let separator = if report.issues().len() == 1 { ' ' } else { '\n' };
                write!(f, "record {index} at line {line}:{separator}{report}")
            }
        }
    }
}

impl std::error::Error for StreamError {
    /// The error of the source. The report of a rejected record is not a source: `Display` has all of it.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            Self::Rejected { .. } => None,
        }
    }
}
