use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Order {
    #[connect(range(min = "2023-02-28"))]
    at: connect_runtime::jiff::Timestamp,
}

fn main() {}
