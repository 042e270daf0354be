use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(deserialize_with = "colors")]
    #[connect(one_or_many)]
    colors: Vec<u8>,
}

fn main() {}
