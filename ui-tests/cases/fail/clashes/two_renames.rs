use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(rename = "id")]
    first: String,
    #[connect(rename = "id")]
    second: String,
}

fn main() {}
