use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(path = "id")]
    id: u8,
}

fn main() {}
