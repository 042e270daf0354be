use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(strict)]
    value: serde_json::Value,
}

fn main() {}
