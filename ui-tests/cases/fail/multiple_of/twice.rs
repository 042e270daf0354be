use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(multiple_of = 5, multiple_of = 7)]
    value: u8,
}

fn main() {}
