use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(tag = "type")]
enum Status {
    Active,
    Closed,
}

fn main() {}
