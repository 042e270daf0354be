use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(rename(deserialise = "accountId"))]
    id: String,
}

fn main() {}
