use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(rename = "accountId", rename = "account_id")]
    id: String,
}

fn main() {}
