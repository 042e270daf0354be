use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(multiple_of(5, 7))]
    value: u8,
}

fn main() {}
