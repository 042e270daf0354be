//! Made-up payloads of many kinds of API: types are inferred from each, and both derives must read every mutation of it alike,
//! but for what ConnectModel accepts or refuses on purpose.

mod emit;
#[allow(dead_code, reason = "fields are looked at through `Debug`")]
#[rustfmt::skip]
mod generated;
mod infer;
mod mutate;
mod names;
mod oracle;
mod random;
mod sample;
mod source;
mod tree;

use std::{collections::BTreeMap, env, thread};

use mutate::{Mutated, mutate};
use random::Random;
use sample::{Case, Reading, check};

/// How many mutations are run: `MUTATIONS`, or as many as take a few seconds without optimization.
fn count() -> usize {
    let wanted = env::var("MUTATIONS");
    wanted.map_or(50_000, |count| count.parse().expect("MUTATIONS is the number of mutations to run"))
}

#[test]
fn the_generated_types_are_up_to_date() {
    source::check_or_update();
}

#[test]
fn samples_are_read_alike() {
    for case in Case::all() {
        let mutated = Mutated { json: case.sample.json.as_bytes().to_vec(), tree: Some(case.tree.clone()) };
        assert_eq!(check(&case, &mutated), Ok(Reading::Accepted), "`{}`", case.sample.name);
    }
}

#[test]
fn mutations_are_read_alike() {
    let (count, threads) = (count(), thread::available_parallelism().map_or(1, usize::from));
    let total = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || run_every(threads, first, count))).collect();
        running.into_iter().map(|thread| thread.join().expect("no panic")).fold(Totals::default(), Totals::add)
    });
    let faults = &total.faults;
    assert!(faults.is_empty(), "{} of {count} mutations:\n{}", faults.len(), faults[..faults.len().min(10)].join("\n"));
    // Mutations that are all refused, or all accepted, would show nothing.
    for reading in [Reading::Accepted, Reading::Coerced, Reading::Refused] {
        let times = total.readings.get(&reading).copied().unwrap_or(0);
        assert!(times > count / 50, "only {times} of {count} mutations were {reading:?}");
    }
}

/// What became of some mutations.
#[derive(Default)]
struct Totals {
    readings: BTreeMap<Reading, usize>,
    faults: Vec<String>,
}

impl Totals {
    fn add(mut self, other: Self) -> Self {
        for (reading, times) in other.readings {
            *self.readings.entry(reading).or_default() += times;
        }
        self.faults.extend(other.faults);
        self
    }
}

/// Runs every `step`th mutation from the first one.
fn run_every(step: usize, first: usize, count: usize) -> Totals {
    let cases = Case::all();
    let mut totals = Totals::default();
    for number in (first..count).step_by(step) {
        let case = &cases[number % cases.len()];
        let mutated = mutate(&case.tree, &mut Random::new(number as u64));
        match check(case, &mutated) {
            Ok(reading) => *totals.readings.entry(reading).or_default() += 1,
            Err(fault) => {
                let json = String::from_utf8_lossy(&mutated.json);
                totals.faults.push(format!("`{}`, mutation {number}: {fault}\n{json}", case.sample.name));
            }
        }
    }
    totals
}
