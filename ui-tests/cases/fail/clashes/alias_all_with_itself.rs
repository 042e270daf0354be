use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(alias_all = "camelCase")]
struct Account {
    account_id: String,
    #[allow(non_snake_case)]
    accountId: String,
}

fn main() {}
