use connect_runtime::{ConnectModel, jiff::civil};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%F %H:%M")]
    at: civil::Date,
}

fn main() {}
