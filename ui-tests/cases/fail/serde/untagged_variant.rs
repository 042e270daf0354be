use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[serde(untagged)]
    Active,
    Closed,
}

fn main() {}
