//! Decodes `ConnectSession` records with this project, `serde_json` and `sonic-rs`, and prints a Markdown table.

mod cases;
mod corpus;
mod ours;
#[expect(dead_code, reason = "the fields are read through Debug, which the lint does not count")]
mod peers;
mod random;

use cases::{Case, Contender};
use connect_benches::{
    measure,
    stats::{median, median_of_ratios},
    table,
};

fn main() {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let cases: Vec<Case> = cases::all().into_iter().filter(|case| case.name.contains(&filter)).collect();
    if cases.is_empty() {
        let names: Vec<&str> = cases::all().iter().map(|case| case.name).collect();
        eprintln!("no case has `{filter}` in its name, the cases are: {}", names.join(", "));
        std::process::exit(2);
    }
    let rows: Vec<Vec<String>> = cases.iter().map(measure_case).collect();
    let header = ["ns a record", "bytes", "ours", "serde_json", "sonic-rs", "faster peer / ours", "target"];
    print!("{}", table::render(&header, &rows));
}

/// A row of the table.
fn measure_case(case: &Case) -> Vec<String> {
    let contenders = [&case.ours, &case.serde_json, &case.sonic_rs];
    check_agreement(case, contenders);
    let [ours, serde_json, sonic_rs] = measure::interleave(contenders.map(|contender| contender.decode), &case.records);
    let ratio = median_of_ratios(&serde_json, &ours).min(median_of_ratios(&sonic_rs, &ours));
    let bytes = case.records.iter().map(String::len).sum::<usize>() / case.records.len();
    let mut row = vec![case.name.to_owned(), bytes.to_string()];
    row.extend([&ours, &serde_json, &sonic_rs].map(|samples| format!("{:.0}", median(samples))));
    row.extend([format!("{ratio:.2}"), format!("{:.1}", case.target)]);
    row
}

/// Contenders that do not do the same job are not worth comparing.
fn check_agreement(case: &Case, [ours, peers @ ..]: [&Contender; 3]) {
    for record in &case.records {
        let decoded = (ours.show)(record);
        for peer in peers {
            assert_eq!((peer.show)(record), decoded, "{}: the contenders read {record} differently", case.name);
        }
    }
}
