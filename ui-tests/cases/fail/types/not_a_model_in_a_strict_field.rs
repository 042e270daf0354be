use connect_runtime::ConnectModel;

struct Address;

#[derive(ConnectModel)]
struct Account {
    #[connect(strict)]
    address: Option<Address>,
}

fn main() {}
