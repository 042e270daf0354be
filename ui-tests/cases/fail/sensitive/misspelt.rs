use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(senstive)]
    value: String,
}

fn main() {}
