use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(flatten)]
    id: String,
}

fn main() {}
