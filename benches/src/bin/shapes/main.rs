//! Decodes every shape that serde has to buffer for, with this project and `serde_json`'s derive on the same types, and
//! prints a Markdown table.

mod cases;
mod models;
mod texts;

use cases::Case;
use connect_benches::{
    measure,
    stats::{median, median_of_ratios},
    table,
};

/// Time of `serde_json` divided by ours, at least.
const TARGET: f64 = 2.0;

fn main() {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let cases: Vec<Case> = cases::all().into_iter().filter(|case| case.name.contains(&filter)).collect();
    let rows: Vec<Vec<String>> = cases.iter().map(measure_case).collect();
    let header = ["ns a record", "bytes", "ours", "serde_json", "serde_json / ours", "target"];
    print!("{}", table::render(&header, &rows));
}

/// A row of the table.
fn measure_case(case: &Case) -> Vec<String> {
    for text in &case.records {
        assert_eq!((case.ours.show)(text), (case.serde_json.show)(text), "{}: {text} is read differently", case.name);
    }
    let [ours, serde_json] = measure::interleave([case.ours.decode, case.serde_json.decode], &case.records);
    let bytes = case.records.iter().map(String::len).sum::<usize>() / case.records.len();
    let ratio = median_of_ratios(&serde_json, &ours);
    let mut row = vec![case.name.to_owned(), bytes.to_string()];
    row.extend([&ours, &serde_json].map(|samples| format!("{:.0}", median(samples))));
    row.extend([format!("{ratio:.2}"), format!("{TARGET:.1}")]);
    row
}
