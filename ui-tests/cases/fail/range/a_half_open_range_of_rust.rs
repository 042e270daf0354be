use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(0..10))]
    value: u8,
}

fn main() {}
