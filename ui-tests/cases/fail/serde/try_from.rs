use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(try_from = "String")]
struct Account {
    id: String,
}

fn main() {}
