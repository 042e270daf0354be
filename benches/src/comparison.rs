//! Compares decoders on the same records, this project's first, and prints a Markdown table.

use std::{fmt::Debug, hint::black_box, process};

use crate::{
    measure,
    stats::{median, median_of_ratios},
    table,
};

/// One row of the table.
pub struct Case<const N: usize> {
    /// What is decoded; the program's argument selects cases by it.
    pub name: &'static str,
    /// The records, each of them JSON.
    pub records: Vec<String>,
    /// This project's decoder and its peers.
    pub contenders: [Contender; N],
    /// The least time of the fastest peer divided by ours.
    pub target: f64,
}

/// One decoder of one model.
pub struct Contender {
    /// Decodes the records one by one and drops each.
    pub decode: fn(&[String]),
    /// The `Debug` text of the decoded value. It must be the same for the models of all contenders.
    pub show: fn(&str) -> String,
}

/// A [`Contender`](comparison::Contender) for a function, monomorphic so that only the decoding is timed.
///
/// ```
/// let contender = connect_benches::contender!(str::parse::<u8>);
/// assert_eq!((contender.show)("7"), "7");
/// ```
#[macro_export]
macro_rules! contender {
    ($decode:expr) => {
        $crate::comparison::Contender {
            decode: |records| $crate::comparison::decode_each(records, $decode),
            show: |record| $crate::comparison::show($decode(record)),
        }
    };
}

#[doc(hidden)]
pub fn decode_each<'a, T, E>(records: &'a [String], decode: impl Fn(&'a str) -> Result<T, E>) {
    for record in records {
        black_box(&decode(black_box(record.as_str())));
    }
}

#[doc(hidden)]
#[must_use]
pub fn show<T: Debug, E: Debug>(decoded: Result<T, E>) -> String {
    match decoded {
        Ok(value) => format!("{value:?}"),
        Err(error) => format!("refused: {error:?}"),
    }
}

/// Measures the cases whose name contains the program's argument and prints the table: one column for each contender,
/// and one with the header `ratio` for the fastest peer's time divided by ours.
pub fn run<const N: usize>(all: Vec<Case<N>>, names: [&str; N], ratio: &str) {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let known: Vec<&str> = all.iter().map(|case| case.name).collect();
    let cases: Vec<Case<N>> = all.into_iter().filter(|case| case.name.contains(&filter)).collect();
    if cases.is_empty() {
        eprintln!("no case name contains `{filter}`, the cases are: {}", known.join(", "));
        process::exit(2);
    }
    let rows: Vec<Vec<String>> = cases.iter().map(measure_case).collect();
    let header: Vec<&str> = ["ns per record", "bytes"].into_iter().chain(names).chain([ratio, "target"]).collect();
    print!("{}", table::render(&header, &rows));
}

fn measure_case<const N: usize>(case: &Case<N>) -> Vec<String> {
    check_agreement(case);
    let samples = measure::interleave(case.contenders.each_ref().map(|contender| contender.decode), &case.records);
    let ratios = samples.iter().skip(1).map(|peer| median_of_ratios(peer, &samples[0]));
    let ratio = ratios.fold(f64::INFINITY, f64::min);
    let bytes = case.records.iter().map(String::len).sum::<usize>() / case.records.len();
    let mut row = vec![case.name.to_owned(), bytes.to_string()];
    row.extend(samples.iter().map(|samples| format!("{:.0}", median(samples))));
    row.extend([format!("{ratio:.2}"), format!("{:.1}", case.target)]);
    row
}

/// Only contenders that decode to the same values can be compared.
fn check_agreement<const N: usize>(case: &Case<N>) {
    for record in &case.records {
        let decoded = case.contenders.each_ref().map(|contender| (contender.show)(record));
        let same = decoded.iter().all(|shown| *shown == decoded[0]);
        assert!(same, "{}: the contenders read {record} differently: {decoded:#?}", case.name);
    }
}
