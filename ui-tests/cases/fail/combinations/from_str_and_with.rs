use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(from_str, with = colors)]
    colors: Vec<u8>,
}

fn main() {}
