use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(rename_all = "camelCase")]
    id: String,
}

fn main() {}
