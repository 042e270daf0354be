use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(flatten, format = "%FT%T%z")]
    at: Timestamp,
}

fn main() {}
