use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(default)]
enum Status {
    Active,
    Closed,
}

fn main() {}
