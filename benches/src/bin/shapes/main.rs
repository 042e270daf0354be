//! Decodes every shape that serde has to buffer for, with this project and `serde_json`'s derive on the same types, and
//! prints a Markdown table.

mod cases;
mod models;
mod texts;

fn main() {
    connect_benches::comparison::run(cases::all(), ["ours", "serde_json"], "serde_json / ours");
}
