use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(multipleOf = 5)]
    value: u8,
}

fn main() {}
