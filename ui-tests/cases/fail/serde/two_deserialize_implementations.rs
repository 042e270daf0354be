use connect_runtime::ConnectModel;

#[derive(ConnectModel, serde::Deserialize)]
struct Account {
    id: String,
}

fn main() {}
