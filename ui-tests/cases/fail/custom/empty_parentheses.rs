use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(custom())]
    value: String,
}

fn main() {}
