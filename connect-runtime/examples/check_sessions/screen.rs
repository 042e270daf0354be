//! Standard output, and the progress bar that stands below what it shows.

use std::{
    fmt::Display,
    io::{self, IsTerminal, Write},
};

use crate::progress::Progress;

/// How much is collected before it is shown, in bytes.
const ENOUGH: usize = 64 * 1024;

/// Lines that wait to be shown: many at once, but never longer than it takes to read the next piece of input.
pub(crate) struct Screen {
    lines: Vec<u8>,
    failure: Option<io::Error>,
    /// Whether lines go where the progress bar is.
    beside_bar: bool,
    pub(crate) progress: Progress,
}

impl Screen {
    pub(crate) fn new(progress: Progress) -> Self {
        Self { lines: Vec::new(), failure: None, beside_bar: io::stdout().is_terminal(), progress }
    }

    /// Where lines are written, each with its line end.
    pub(crate) fn lines(&mut self) -> &mut Vec<u8> {
        &mut self.lines
    }

    /// Shows all lines. Why that failed is to be had from [`result`](Self::result), too.
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

    /// Shows the lines if there are many; whether anything has failed.
    pub(crate) fn result(&mut self) -> io::Result<()> {
        if self.lines.len() >= ENOUGH {
            let _ = self.show();
        }
        self.failure.take().map_or(Ok(()), Err)
    }

    /// Tells on standard error what the run could not do.
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
