use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(default = Account::new())]
struct Account {
    id: String,
}

fn main() {}
