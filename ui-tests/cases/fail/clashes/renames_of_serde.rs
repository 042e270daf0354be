use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(rename = "id")]
    first: String,
    #[connect(rename = "id")]
    second: String,
}

fn main() {}
