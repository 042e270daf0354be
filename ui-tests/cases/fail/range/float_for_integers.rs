use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = 0.5))]
    value: u8,
}

fn main() {}
