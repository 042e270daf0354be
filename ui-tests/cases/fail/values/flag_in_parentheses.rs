use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(deny_unknown_fields(true))]
struct Account {
    id: String,
}

fn main() {}
