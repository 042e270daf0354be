use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(alias = "accountId", alias = "accountId")]
    id: String,
}

fn main() {}
