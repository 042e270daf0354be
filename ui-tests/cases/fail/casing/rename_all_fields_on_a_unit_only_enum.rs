use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all_fields = "camelCase")]
enum Status {
    Active,
    Closed,
}

fn main() {}
