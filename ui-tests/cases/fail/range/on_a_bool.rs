use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(max = 1))]
    value: bool,
}

fn main() {}
