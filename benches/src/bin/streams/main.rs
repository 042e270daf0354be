//! Compares decoding with drift to plain decoding, and streams to `from_slice` and `serde_json`, and prints Markdown
//! tables. With the argument `memory`, reads a stream of 1 GiB and prints the peak memory.

mod contenders;
#[expect(dead_code, reason = "only compact records are streamed")]
#[path = "../sessions/corpus.rs"]
mod corpus;
mod input;
mod measure;
mod memory;
#[expect(dead_code, reason = "no field is read, and not every model is streamed")]
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
