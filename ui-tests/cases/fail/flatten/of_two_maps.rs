use connect_runtime::ConnectModel;
use std::collections::HashMap;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten)]
    one: HashMap<String, u8>,
    #[connect(flatten)]
    two: Option<serde_json::Value>,
}

fn main() {}
