use connect_runtime::{ConnectModel, jiff::civil};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%m/%Y")]
    at: civil::Date,
}

fn main() {}
