use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(from = "String")]
struct Account {
    id: String,
}

fn main() {}
