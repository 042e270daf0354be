use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(check)]
struct Account {
    value: String,
}

fn main() {}
