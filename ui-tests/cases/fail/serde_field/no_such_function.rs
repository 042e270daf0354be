use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(deserialize_with = "color")]
    color: u8,
}

fn main() {}
