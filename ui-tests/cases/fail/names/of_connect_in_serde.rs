use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(required)]
    label: Option<String>,
}

fn main() {}
