use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(ignore_case, strict)]
struct Account {
    id: u8,
}

fn main() {}
