use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = 0, max = 9))]
    value: String,
}

fn main() {}
