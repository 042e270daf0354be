use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(max = LIMIT))]
    value: f64,
}

fn main() {}
