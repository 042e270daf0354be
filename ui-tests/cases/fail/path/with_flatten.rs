use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(path = "data.id", flatten)]
    id: Vec<u8>,
}

fn main() {}
