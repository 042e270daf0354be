use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(deserialize_with = "read")]
    id: String,
}

fn main() {}
