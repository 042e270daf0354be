use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(from_str, strict)]
    colors: Vec<u8>,
}

fn main() {}
