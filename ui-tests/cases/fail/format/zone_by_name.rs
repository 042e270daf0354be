use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%F %T", zone = "Europe/Berlin")]
    at: Timestamp,
}

fn main() {}
