use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(path = "data.id", rename = "x")]
    id: u8,
}

fn main() {}
