use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Id {
    Number(u64),
    #[serde(untagged)]
    Text(String),
}

fn main() {}
