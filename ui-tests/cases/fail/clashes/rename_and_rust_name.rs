use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(rename = "id")]
    key: String,
    id: String,
}

fn main() {}
