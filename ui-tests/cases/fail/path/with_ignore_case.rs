use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(ignore_case)]
struct Account {
    #[connect(path = "data.id")]
    id: u8,
}

fn main() {}
