use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(serde, from_str)]
    colors: Vec<u8>,
}

fn main() {}
