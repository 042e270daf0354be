use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(path = "data.id", flatten)]
    id: std::collections::BTreeMap<String, u8>,
}

fn main() {}
