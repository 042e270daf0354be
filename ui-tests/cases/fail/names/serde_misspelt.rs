use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(renmae = "accountId")]
    id: String,
}

fn main() {}
