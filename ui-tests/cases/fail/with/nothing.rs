use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with)]
    color: u8,
}

fn main() {}
