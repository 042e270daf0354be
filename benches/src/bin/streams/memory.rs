//! Reads a stream of 1 GiB that is generated on the fly, and prints the peak memory of the process.

use std::io::{self, BufReader, Read};

use connect_runtime::{ConnectSession, Tally, stream};

use crate::corpus::Ids;
use crate::input::{Form, Input};

const GIB: u64 = 1024 * 1024 * 1024;

/// Repeats the lines of an input forever.
struct Endless {
    lines: Vec<u8>,
    at: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = (&self.lines[self.at..]).read(buffer)?;
        self.at = (self.at + count) % self.lines.len();
        Ok(count)
    }
}

pub(crate) fn print_peak() {
    let lines = Input::new(Ids::Numbers, Form::Lines).stream;
    let mut tally = Tally::new();
    for result in stream::<ConnectSession>(BufReader::new(Endless { lines, at: 0 }.take(GIB))) {
        tally.add(&result);
    }
    println!("{tally}");
    match read_peak() {
        Some(peak) => println!("peak memory: {peak} (at most 16384 kB)"),
        None => println!("peak memory: unknown, as this system has no /proc/self/status"),
    }
}

/// The peak resident set size, as reported by Linux.
fn read_peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}
