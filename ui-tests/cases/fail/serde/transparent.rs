use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(transparent)]
struct Account {
    id: String,
}

fn main() {}
