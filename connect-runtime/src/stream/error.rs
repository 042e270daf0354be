//! What a stream gives in place of a record.

use std::{fmt, io};

use crate::report::Report;

/// Why a stream did not give a record.
///
/// `Display` and `Debug` keep the raw text out of logs; what the [`Report`] says of it is in both.
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
    /// The source could not be read; nothing follows.
    Io(io::Error),
    /// A record is not valid; others may follow.
    Rejected {
        /// How many records came before it.
        index: u64,
        /// The line it starts in, 1-based.
        line: u64,
        /// Its text without the blanks around it, of which the first 1 MiB is kept; bytes that are not UTF-8 are
        /// replaced by U+FFFD.
        raw: String,
        /// All that is wrong with it. Paths start at the record; line, column and span are those of the whole stream.
        report: Report,
    },
}

impl fmt::Debug for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
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
            Self::Io(error) => write!(f, "the stream could not be read: {error}"),
            Self::Rejected { index, line, report, .. } => {
                let separator = if report.issues().len() == 1 { ' ' } else { '\n' };
                write!(f, "record {index} at line {line}:{separator}{report}")
            }
        }
    }
}

impl std::error::Error for StreamError {}
