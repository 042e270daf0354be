use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(deny_unknown)]
struct Account {
    id: String,
}

fn main() {}
