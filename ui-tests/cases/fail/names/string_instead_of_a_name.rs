use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect("accountId")]
    id: String,
}

fn main() {}
