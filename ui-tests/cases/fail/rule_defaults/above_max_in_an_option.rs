use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = Some(10), range(max = 9))]
    value: Option<u8>,
}

fn main() {}
