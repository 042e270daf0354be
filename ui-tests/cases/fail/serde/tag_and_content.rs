use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(tag = "type", content = "data")]
enum Status {
    Active,
    Closed,
}

fn main() {}
