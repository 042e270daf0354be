use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(transparent)]
struct Account {
    #[connect(path = "data.id")]
    id: u8,
}

fn main() {}
