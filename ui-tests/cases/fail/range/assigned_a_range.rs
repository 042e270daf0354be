use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range = 1..=5)]
    value: u8,
}

fn main() {}
