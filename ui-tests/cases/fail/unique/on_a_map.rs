use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(unique)]
    value: std::collections::BTreeMap<String, u8>,
}

fn main() {}
