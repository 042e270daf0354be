use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(alias_all = "camelCase")]
struct Account {
    #[connect(rename = "accountId")]
    key: String,
    account_id: String,
}

fn main() {}
