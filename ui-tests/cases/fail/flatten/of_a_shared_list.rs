use std::sync::Arc;

use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten)]
    tags: Arc<Vec<u8>>,
}

fn main() {}
