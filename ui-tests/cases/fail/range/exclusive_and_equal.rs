use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = 5, exclusive_max = 5))]
    value: u8,
}

fn main() {}
