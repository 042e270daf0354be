use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(min = 1, max = 9)]
    value: u8,
}

fn main() {}
