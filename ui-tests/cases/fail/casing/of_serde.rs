use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(rename_all = "Snake_Case")]
enum Status {
    Active,
    Closed,
}

fn main() {}
