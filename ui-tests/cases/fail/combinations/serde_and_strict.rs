use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(serde, strict)]
    colors: Vec<u8>,
}

fn main() {}
