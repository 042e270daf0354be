use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip, alias = "accountId")]
    id: String,
}

fn main() {}
