use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(alias_all = "camelCase")]
struct Account {
    account_id: String,
    #[connect(alias = "accountId")]
    key: String,
}

fn main() {}
