use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with = connect_runtime::with::unix_seconds)]
    at: u64,
}

fn main() {}
