use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten)]
    size: (u8, u8),
}

fn main() {}
