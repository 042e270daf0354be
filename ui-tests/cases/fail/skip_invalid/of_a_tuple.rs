use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip_invalid)]
    name: (u8, u8),
}

fn main() {}
