use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(serde, skip_invalid)]
    colors: Vec<u8>,
}

fn main() {}
