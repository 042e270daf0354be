use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with = connect_runtime::with::csv)]
    ids: [u8; 2],
}

fn main() {}
