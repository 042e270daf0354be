use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(with = "colors")]
    color: u8,
}

fn main() {}
