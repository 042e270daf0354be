use connect_runtime::ConnectModel;

struct Address;

#[derive(ConnectModel)]
struct Account {
    addresses: Vec<Address>,
}

fn main() {}
