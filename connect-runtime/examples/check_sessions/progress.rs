//! The progress bar, shown on a terminal if a run takes long.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{HumanCount, ProgressBar, ProgressStyle};

/// How long a run takes before the bar is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// The time between two updates of the bar.
const INTERVAL: Duration = Duration::from_millis(100);

pub(crate) struct Progress {
    /// `None` if standard error is not a terminal.
    bar: Option<ProgressBar>,
    total: Option<u64>,
    bytes: u64,
    records: u64,
    start: Instant,
    next: Instant,
}

impl Progress {
    /// The progress through `total` bytes; `None` if their number is unknown.
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
        self.next = Instant::now() + INTERVAL;
        let Some(bar) = &mut self.bar else { return };
        if bar.is_hidden() {
            *bar = create_bar(self.total);
        }
        let rate = u128::from(self.records) * 1000 / self.start.elapsed().as_millis().max(1);
        let rate = HumanCount(u64::try_from(rate).unwrap_or(u64::MAX));
        bar.set_message(format!("{} records, {rate} records/s", HumanCount(self.records)));
        bar.set_position(self.bytes);
    }

    /// Hides the bar while `work` writes to the terminal.
    pub(crate) fn suspend<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) if !bar.is_hidden() => bar.suspend(work),
            _ => work(),
        }
    }

    /// Removes the bar.
    pub(crate) fn finish(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

/// A bar on standard error; without a total, only a spinner and a counter.
fn create_bar(total: Option<u64>) -> ProgressBar {
    let template = match total {
        Some(_) => "{bar:20} {percent}%, {msg}, {eta} to go",
        None => "{spinner} {bytes}, {msg}",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    total.map_or_else(ProgressBar::new_spinner, ProgressBar::new).with_style(style)
}
