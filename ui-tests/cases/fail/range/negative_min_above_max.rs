use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = -1, max = -2))]
    value: i8,
}

fn main() {}
