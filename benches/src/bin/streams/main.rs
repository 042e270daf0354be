//! Measures drift against plain decoding and streams against `from_slice` and `serde_json`, and prints Markdown tables;
//! with the argument `memory`, reads a stream of 1 GiB and prints the most memory it took.

mod contenders;
#[expect(dead_code, reason = "only compact records are streamed")]
#[path = "../sessions/corpus.rs"]
mod corpus;
mod input;
mod measure;
mod memory;
#[expect(dead_code, reason = "the fields are read by nobody, and not every model is streamed")]
#[path = "../sessions/peers/mod.rs"]
mod peers;
#[path = "../sessions/random.rs"]
mod random;
mod tables;

fn main() {
    match std::env::args().nth(1).as_deref() {
        None => print!("{}\n{}", tables::drift(""), tables::streams("")),
        Some("memory") => memory::print_peak(),
        Some(filter) => print!("{}\n{}", tables::drift(filter), tables::streams(filter)),
    }
}
