//! Builds a crate of a hundred models once with `ConnectModel` and once with serde's derive, and prints the build times
//! and binary sizes as a Markdown table.

mod project;
mod source;

use std::error::Error;

use connect_benches::stats::{median, median_of_ratios};
use connect_benches::table;
use project::{Command, Project};
use source::Derive;

const MODELS: usize = 100;
/// Timed runs of each command, after one that also builds the dependencies.
const ROUNDS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let root = tempfile::tempdir()?;
    let ours = Project::create(root.path(), Derive::ConnectModel, MODELS)?;
    let serde = Project::create(root.path(), Derive::Serde, MODELS)?;
    let build = time_row("release build, s", Command::Build, &ours, &serde, 0.5)?;
    let check = time_row("cargo check, s", Command::Check, &ours, &serde, 1.0)?;
    let [ours, serde] = [(Derive::ConnectModel, ours), (Derive::Serde, serde)]
        .map(|(derive, project)| growth_per_model(&project, &Project::create(root.path(), derive, 1)?));
    let (ours, serde) = (ours?, serde?);
    let size = row("binary size per model, bytes", 0, [ours, serde], ours / serde, 0.55);
    print!("{}", table::render(&["what", "ConnectModel", "serde", "ratio", "target at most"], &[build, check, size]));
    Ok(())
}

/// Times both crates in turn, so a slow moment of the machine affects both.
fn time_row(
    what: &str,
    command: Command,
    ours: &Project,
    serde: &Project,
    target: f64,
) -> Result<Vec<String>, Box<dyn Error>> {
    let [mut our_times, mut serde_times] = [const { Vec::new() }; 2];
    ours.run(command)?;
    serde.run(command)?;
    for round in 0..ROUNDS {
        eprintln!("{what}: round {} of {ROUNDS}", round + 1);
        our_times.push(ours.run(command)?.as_secs_f64());
        serde_times.push(serde.run(command)?.as_secs_f64());
    }
    let ratio = median_of_ratios(&our_times, &serde_times);
    Ok(row(what, 2, [median(&our_times), median(&serde_times)], ratio, target))
}

/// The binary size that each model adds. The first one also brings in the runtime and is not counted.
#[expect(clippy::cast_precision_loss, reason = "the size of a binary is exact in an f64")]
fn growth_per_model(many: &Project, one: &Project) -> Result<f64, Box<dyn Error>> {
    one.run(Command::Build)?;
    let growth = many.binary_size()? as f64 - one.binary_size()? as f64;
    Ok(growth / (MODELS - 1) as f64)
}

fn row(what: &str, decimals: usize, values: [f64; 2], ratio: f64, target: f64) -> Vec<String> {
    let [ours, serde] = values.map(|value| format!("{value:.decimals$}"));
    vec![what.to_owned(), ours, serde, format!("{ratio:.2}"), format!("{target:.2}")]
}
