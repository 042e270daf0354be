use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(default = "25 + 1")]
    size: u32,
}

fn main() {}
