use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = 3, one_of(1, 2))]
    value: u8,
}

fn main() {}
