use connect_runtime::{ConnectModel, jiff::civil};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "YYYY-MM-DD")]
    at: civil::Date,
}

fn main() {}
