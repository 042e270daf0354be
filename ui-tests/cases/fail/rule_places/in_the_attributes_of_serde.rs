use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(length(min = 1))]
    value: String,
}

fn main() {}
