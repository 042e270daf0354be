use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(path = "data.id", alias = "x")]
    id: u8,
}

fn main() {}
