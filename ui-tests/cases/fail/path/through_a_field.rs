use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    data: u8,
    #[connect(path = "data.id")]
    id: u8,
}

fn main() {}
