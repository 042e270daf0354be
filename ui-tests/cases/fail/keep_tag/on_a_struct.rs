use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(keep_tag)]
struct Account {
    id: u8,
}

fn main() {}
