use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_or_many)]
    names: [u8; 2],
}

fn main() {}
