use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = 9, max = 3))]
    value: u8,
}

fn main() {}
