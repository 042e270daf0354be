use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%d.%m.%Q")]
    at: Timestamp,
}

fn main() {}
