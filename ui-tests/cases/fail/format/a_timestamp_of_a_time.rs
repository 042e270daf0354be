use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%T")]
    at: Timestamp,
}

fn main() {}
