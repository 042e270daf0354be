use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = 0, range(min = 1))]
    value: u8,
}

fn main() {}
