use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with = colors, one_or_many)]
    colors: Vec<u8>,
}

fn main() {}
