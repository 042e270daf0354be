use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(path = "data.id", skip)]
    id: u8,
}

fn main() {}
