use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default =)]
    size: u32,
}

fn main() {}
