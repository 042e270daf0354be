use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(-1, 9))]
    value: i8,
}

fn main() {}
