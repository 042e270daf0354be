use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%FT%T%z", zone = "UTC")]
    at: Timestamp,
}

fn main() {}
