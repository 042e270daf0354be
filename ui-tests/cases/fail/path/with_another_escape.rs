use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(path = "a\\n.id")]
    id: u8,
}

fn main() {}
