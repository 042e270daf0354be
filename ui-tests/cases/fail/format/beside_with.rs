use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%FT%T%z", with = connect_runtime::with::unix_seconds)]
    at: Timestamp,
}

fn main() {}
