use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten)]
    size: Size,
}

#[derive(ConnectModel)]
struct Size(u8, u8);

fn main() {}
