//! Decodes `ConnectSession` records with this project, `serde_json` and `sonic-rs`, and prints a Markdown table.

mod cases;
mod corpus;
mod ours;
#[expect(dead_code, reason = "the fields are read through Debug, which the lint does not count")]
mod peers;
mod random;

fn main() {
    connect_benches::comparison::run(cases::all(), ["ours", "serde_json", "sonic-rs"], "faster peer / ours");
}
