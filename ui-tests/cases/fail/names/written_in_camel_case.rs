use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(renameAll = "camelCase")]
struct Account {
    id: String,
}

fn main() {}
