use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(deny_unknown_field)]
struct Account {
    id: String,
}

fn main() {}
