use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(multiple_of = 0.5)]
    value: u8,
}

fn main() {}
