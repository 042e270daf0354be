use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Order {
    #[connect(range(min = "2024-01-01", exclusive_max = "2023-12-31"))]
    day: connect_runtime::jiff::civil::Date,
}

fn main() {}
