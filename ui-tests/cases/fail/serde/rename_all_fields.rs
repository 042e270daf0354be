use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(rename_all_fields = "camelCase")]
enum Status {
    Active,
    Closed,
}

fn main() {}
