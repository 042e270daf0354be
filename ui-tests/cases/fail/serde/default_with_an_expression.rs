use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(default = 25)]
    size: u32,
}

fn main() {}
