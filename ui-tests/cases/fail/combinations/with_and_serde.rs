use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with = colors, serde)]
    colors: Vec<u8>,
}

fn main() {}
