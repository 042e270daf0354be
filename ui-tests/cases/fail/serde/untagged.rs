use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(untagged)]
enum Status {
    Active,
    Closed,
}

fn main() {}
