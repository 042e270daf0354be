use connect_runtime::{ConnectModel, jiff::civil};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%F", zone = "UTC")]
    at: civil::Date,
}

fn main() {}
