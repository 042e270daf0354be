use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(alias("accountId", "account_id"))]
    id: String,
}

fn main() {}
