use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(with = "a b")]
    color: u8,
}

fn main() {}
