use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(renmae = "accountId")]
    id: String,
}

fn main() {}
