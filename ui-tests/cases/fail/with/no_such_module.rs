use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with = colors)]
    color: u8,
}

fn main() {}
