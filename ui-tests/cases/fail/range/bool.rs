use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = true))]
    value: u8,
}

fn main() {}
