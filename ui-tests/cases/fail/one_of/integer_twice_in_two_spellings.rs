use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of(10, 0xA))]
    value: u8,
}

fn main() {}
