use connect_runtime::{ConnectModel, jiff::Timestamp};

#[derive(ConnectModel)]
struct Model {
    #[connect(each(format = "%Q"))]
    at: Vec<Timestamp>,
}

fn main() {}
