use connect_runtime::{ConnectModel, jiff::civil};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%H:%M")]
    at: civil::Date,
}

fn main() {}
