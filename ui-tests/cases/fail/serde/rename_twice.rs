use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(rename = "a", rename = "b")]
    id: String,
}

fn main() {}
