use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(rename = accountId)]
    id: String,
}

fn main() {}
