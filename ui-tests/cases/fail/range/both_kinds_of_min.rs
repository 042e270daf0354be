use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = 1, exclusive_min = 0))]
    value: u8,
}

fn main() {}
