use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length)]
    value: String,
}

fn main() {}
