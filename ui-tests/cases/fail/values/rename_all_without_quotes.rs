use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = camelCase)]
struct Account {
    id: String,
}

fn main() {}
