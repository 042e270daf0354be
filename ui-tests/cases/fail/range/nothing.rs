use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range)]
    value: u8,
}

fn main() {}
