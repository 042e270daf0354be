use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(alias = "key")]
    first: String,
    #[connect(alias = "key")]
    second: String,
}

fn main() {}
