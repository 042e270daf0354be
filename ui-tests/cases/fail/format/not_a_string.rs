use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = 3)]
    at: Timestamp,
}

fn main() {}
