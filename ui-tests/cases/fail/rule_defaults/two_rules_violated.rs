use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = 7, range(max = 5), multiple_of = 2)]
    value: u8,
}

fn main() {}
