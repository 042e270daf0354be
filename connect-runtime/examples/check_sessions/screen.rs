//! Standard output, and the progress bar below it.

use std::{
    fmt::Display,
    io::{self, IsTerminal, Write},
};

use crate::progress::Progress;

/// How much output is collected before it is shown, in bytes.
const FLUSH_SIZE: usize = 64 * 1024;

/// Collects lines to show many at once, but never later than before the next read of input.
pub(crate) struct Screen {
    lines: Vec<u8>,
    failure: Option<io::Error>,
    /// Whether lines go to the same terminal as the progress bar.
    beside_bar: bool,
    pub(crate) progress: Progress,
}

impl Screen {
    pub(crate) fn new(progress: Progress) -> Self {
        Self { lines: Vec::new(), failure: None, beside_bar: io::stdout().is_terminal(), progress }
    }

    /// The buffer for lines, each with its line end.
    pub(crate) fn lines(&mut self) -> &mut Vec<u8> {
        &mut self.lines
    }

    /// Shows all lines. [`flush_if_full`](Self::flush_if_full) returns the reason of a failure too.
    pub(crate) fn show(&mut self) -> io::Result<()> {
        let lines = &self.lines;
        let shown = match lines.as_slice() {
            [] => Ok(()),
            _ if self.beside_bar => self.progress.suspend(|| write_out(lines)),
            _ => write_out(lines),
        };
        self.lines.clear();
        shown.map_err(|error| {
            let kind = error.kind();
            self.failure = Some(error);
            kind.into()
        })
    }

    /// Shows the lines if there are many. Fails if anything could not be shown before.
    pub(crate) fn flush_if_full(&mut self) -> io::Result<()> {
        if self.lines.len() >= FLUSH_SIZE {
            let _ = self.show();
        }
        self.failure.take().map_or(Ok(()), Err)
    }

    /// Writes a warning to standard error.
    pub(crate) fn warn(&mut self, message: impl Display) -> io::Result<()> {
        self.show()?;
        self.progress.suspend(|| {
            let _ = writeln!(io::stderr(), "check_sessions: {message}");
        });
        Ok(())
    }
}

fn write_out(lines: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(lines)?;
    stdout.flush()
}
