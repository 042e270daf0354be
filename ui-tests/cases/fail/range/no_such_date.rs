use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Order {
    #[connect(range(min = "2023-02-29"))]
    day: connect_runtime::jiff::civil::Date,
}

fn main() {}
