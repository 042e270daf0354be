use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip, rename = "accountId")]
    id: String,
}

fn main() {}
