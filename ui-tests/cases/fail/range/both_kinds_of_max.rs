use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(max = 9, exclusive_max = 9))]
    value: u8,
}

fn main() {}
