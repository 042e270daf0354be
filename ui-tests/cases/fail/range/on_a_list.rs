use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(max = 9))]
    value: Vec<u8>,
}

fn main() {}
