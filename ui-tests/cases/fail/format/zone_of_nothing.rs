use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(zone = "UTC")]
    at: Timestamp,
}

fn main() {}
