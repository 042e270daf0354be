use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(getter = "Account::id")]
    id: u8,
}

fn main() {}
