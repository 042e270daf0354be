use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(exclusive_mim = 1))]
    value: u8,
}

fn main() {}
