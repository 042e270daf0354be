use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(rename: "accountId")]
    id: String,
}

fn main() {}
