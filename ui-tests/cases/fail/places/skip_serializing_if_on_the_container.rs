use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(skip_serializing_if = "never")]
struct Account {
    id: String,
}

fn main() {}
