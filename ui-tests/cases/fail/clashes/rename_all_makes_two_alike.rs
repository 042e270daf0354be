use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = "camelCase")]
struct Account {
    account_id: String,
    account__id: String,
}

fn main() {}
