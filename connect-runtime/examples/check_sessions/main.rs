//! Checks connect sessions: shows the valid ones, every problem of the others, and the totals.

#![forbid(unsafe_code)]

mod args;
mod check;
mod input;
mod json;
mod printer;
mod progress;
mod rejects;
mod screen;
mod style;
mod text;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use args::Args;
use check::{Check, UNREADABLE};
use clap::Parser;
use input::Input;

fn main() -> ExitCode {
    let args = Args::parse();
    let inputs = Input::all(&args.files);
    match Check::new(&args, &inputs).and_then(|check| check.run(&inputs)) {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            let _ = writeln!(io::stderr(), "check_sessions: {error}");
            ExitCode::from(UNREADABLE)
        }
    }
}
