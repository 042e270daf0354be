//! Decodes the shapes that serde has to buffer, with this project and with serde's derive on the same types, and prints
//! a Markdown table.

mod cases;
mod models;
mod records;

fn main() {
    connect_benches::comparison::run(cases::all(), ["ours", "serde_json"], "serde_json / ours");
}
