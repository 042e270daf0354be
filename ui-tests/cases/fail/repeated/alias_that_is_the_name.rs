use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = "camelCase")]
struct Account {
    #[connect(alias = "accountId")]
    account_id: String,
}

fn main() {}
