use std::collections::BTreeMap;

use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    names: BTreeMap<Vec<u8>, String>,
}

fn main() {}
