use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(multiple_of())]
    value: u8,
}

fn main() {}
