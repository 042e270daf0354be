use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(field_identifier)]
enum Status {
    Active,
    Closed,
}

fn main() {}
