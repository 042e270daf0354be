//! The progress bar: for people, on a terminal, where it takes long.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{HumanCount, ProgressBar, ProgressStyle};

/// What takes less needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Between two looks of the bar.
const PAUSE: Duration = Duration::from_millis(100);

pub(crate) struct Progress {
    /// None where nobody would see it.
    bar: Option<ProgressBar>,
    total: Option<u64>,
    bytes: u64,
    records: u64,
    start: Instant,
    next: Instant,
}

impl Progress {
    /// The progress through `total` bytes, if it is known how many there are.
    pub(crate) fn new(total: Option<u64>) -> Self {
        let start = Instant::now();
        let bar = io::stderr().is_terminal().then(ProgressBar::hidden);
        Self { bar, total, bytes: 0, records: 0, start, next: start + PATIENCE }
    }

    /// Counts bytes of input.
    pub(crate) fn add_bytes(&mut self, count: usize) {
        self.bytes = self.bytes.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        if self.bar.is_some() && Instant::now() >= self.next {
            self.draw();
        }
    }

    pub(crate) fn add_record(&mut self) {
        self.records += 1;
    }

    fn draw(&mut self) {
        self.next = Instant::now() + PAUSE;
        let Some(bar) = &mut self.bar else { return };
        if bar.is_hidden() {
            *bar = open_bar(self.total);
        }
        let rate = u128::from(self.records) * 1000 / self.start.elapsed().as_millis().max(1);
        let rate = HumanCount(u64::try_from(rate).unwrap_or(u64::MAX));
        bar.set_message(format!("{} records, {rate} records/s", HumanCount(self.records)));
        bar.set_position(self.bytes);
    }

    /// Does something to the terminal while the bar is away.
    pub(crate) fn suspend<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) if !bar.is_hidden() => bar.suspend(work),
            _ => work(),
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

/// A bar on standard error; where the end is not known, only how far it is.
fn open_bar(total: Option<u64>) -> ProgressBar {
    let template = match total {
        Some(_) => "{bar:20} {percent}%, {msg}, {eta} to go",
        None => "{spinner} {bytes}, {msg}",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    total.map_or_else(ProgressBar::new_spinner, ProgressBar::new).with_style(style)
}
