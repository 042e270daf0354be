use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = 300)]
    size: u8,
}

fn main() {}
