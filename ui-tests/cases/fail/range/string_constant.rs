use connect_runtime::ConnectModel;

const LIMIT: &str = "5";

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = LIMIT))]
    value: f64,
}

fn main() {}
