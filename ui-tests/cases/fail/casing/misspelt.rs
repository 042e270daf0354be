use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = "camelcase")]
struct Account {
    id: String,
}

fn main() {}
