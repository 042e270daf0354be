use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    id: String,
    #[connect(alias = "id")]
    key: String,
}

fn main() {}
