use connect_runtime::{ConnectModel, jiff::civil};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%F", format = "%F")]
    at: civil::Date,
}

fn main() {}
