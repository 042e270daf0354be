use connect_runtime::ConnectModel;
use std::collections::HashMap;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_or_many)]
    names: HashMap<String, u8>,
}

fn main() {}
