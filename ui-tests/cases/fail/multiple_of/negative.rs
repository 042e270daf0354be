use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(multiple_of = -5)]
    value: i8,
}

fn main() {}
