use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(multiple_of(factor = 5))]
    value: u8,
}

fn main() {}
