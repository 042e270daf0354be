use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(9))]
    value: u8,
}

fn main() {}
