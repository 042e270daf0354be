use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(exclusive_min = 1, exclusive_max = 2))]
    value: Option<u8>,
}

fn main() {}
