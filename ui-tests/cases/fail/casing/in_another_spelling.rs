use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = "snakeCase")]
struct Account {
    id: String,
}

fn main() {}
