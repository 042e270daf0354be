use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(sensitive)]
struct Account {
    value: String,
}

fn main() {}
