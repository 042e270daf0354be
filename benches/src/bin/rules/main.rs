//! Measures the cost of rules, decoding with and without them and validating next to garde, and prints a Markdown
//! table.

#[path = "../sessions/corpus.rs"]
#[expect(dead_code, reason = "other kinds of records are not used here")]
mod corpus;
mod models;
#[path = "../sessions/random.rs"]
mod random;

use std::hint::black_box;

use connect_benches::{
    measure::interleave,
    stats::{median, median_of_ratios},
    table,
};
use connect_runtime::{ConnectModel, DecodeOwned};
use garde::Validate;

use models::{Limited, Plain, Ruled};

fn main() {
    let sessions = corpus::compact(&corpus::records(corpus::Ids::Strings));
    let records: Vec<String> = sessions.iter().map(|record| add_seats(record)).collect();
    let [plain, limited, ruled] = interleave([decode::<Plain>, decode::<Limited>, decode::<Ruled>], &records);
    let rows = [
        row("decode: lengths and a range / no rules", &limited, &plain, "1.10"),
        row("decode: lengths, a range and a pattern / no rules", &ruled, &plain, ""),
        measure_validation::<Limited>("validate: lengths and a range / garde", &records),
        measure_validation::<Ruled>("validate: lengths, a range and a pattern / garde", &records),
    ];
    print!("{}", table::render(&["ns per record", "ours", "baseline", "ours / baseline", "at most"], &rows));
}

fn measure_validation<T>(what: &str, records: &[String]) -> Vec<String>
where
    T: DecodeOwned + ConnectModel + Validate<Context = ()>,
{
    let [ours, garde] = interleave([validate, validate_with_garde], &values::<T>(records));
    row(what, &ours, &garde, "1.00")
}

/// Adds a number for the `range` rule, because the API has none.
fn add_seats(record: &str) -> String {
    record.replacen('{', "{\"seats\":25,", 1)
}

fn values<T: DecodeOwned>(records: &[String]) -> Vec<T> {
    records.iter().map(|record| connect_runtime::from_str(record).expect("every record is valid")).collect()
}

fn decode<T: DecodeOwned>(records: &[String]) {
    for record in records {
        black_box(&connect_runtime::from_str::<T>(black_box(record)));
    }
}

fn validate<T: ConnectModel>(values: &[T]) {
    for value in values {
        black_box(&black_box(value).validate());
    }
}

fn validate_with_garde<T: Validate<Context = ()>>(values: &[T]) {
    for value in values {
        black_box(&Validate::validate(black_box(value)));
    }
}

fn row(what: &str, ours: &[f64], baseline: &[f64], at_most: &str) -> Vec<String> {
    let figures = [ours, baseline].map(|samples| format!("{:.0}", median(samples)));
    let ratio = format!("{:.2}", median_of_ratios(ours, baseline));
    [what.to_owned()].into_iter().chain(figures).chain([ratio, at_most.to_owned()]).collect()
}
