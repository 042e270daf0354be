use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(ignore_case)]
    id: u8,
}

fn main() {}
