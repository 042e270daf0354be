use connect_runtime::{ConnectModel, jiff::civil};

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%F %T %z")]
    at: civil::DateTime,
}

fn main() {}
