use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = "camelCase", rename_all = "snake_case")]
struct Account {
    id: String,
}

fn main() {}
