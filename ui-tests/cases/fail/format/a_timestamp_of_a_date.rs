use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%F")]
    at: Timestamp,
}

fn main() {}
