use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(remote = "Duration")]
struct Account {
    id: String,
}

fn main() {}
