use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(path = "data.id")]
    id: u8,
    #[connect(path = "data.id.x")]
    x: u8,
}

fn main() {}
