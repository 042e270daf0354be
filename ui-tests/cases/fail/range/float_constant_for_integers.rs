use connect_runtime::ConnectModel;

const LIMIT: f64 = 0.5;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = LIMIT))]
    value: u8,
}

fn main() {}
