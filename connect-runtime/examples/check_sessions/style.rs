//! Colours, and text that is safe to print on a terminal.

use std::{
    env,
    fmt::{self, Display, Formatter},
    io::{self, IsTerminal},
};

/// The runtime's own rule for what people see.
#[path = "../../src/one_line.rs"]
mod one_line;

use one_line::one_line;

/// The ANSI escape sequence that starts a style; [`RESET`] ends it.
#[derive(Clone, Copy)]
pub(crate) struct Style(&'static str);

pub(crate) const GOOD: Style = Style("\x1b[32m");
pub(crate) const BAD: Style = Style("\x1b[31m");
pub(crate) const CHANGED: Style = Style("\x1b[33m");
pub(crate) const PLACE: Style = Style("\x1b[1m");
const RESET: &str = "\x1b[0m";

/// Whether standard output supports colours and the user has not disabled them: <https://no-color.org>.
pub(crate) fn wants_colours() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !is_set("NO_COLOR") && env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// A value in a style, if there is one.
pub(crate) struct Coloured<T>(pub(crate) Option<Style>, pub(crate) T);

impl<T: Display> Display for Coloured<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(Style(start)) => write!(f, "{start}{}{RESET}", self.1),
            None => self.1.fmt(f),
        }
    }
}

/// A value of another source than this crate on one line, with all its characters visible, as in the messages of
/// reports.
pub(crate) struct Sanitised<T>(pub(crate) T);

impl<T: Display> Display for Sanitised<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&one_line(self.0.to_string()))
    }
}
