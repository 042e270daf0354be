use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(fallback = 3)]
    count: u8,
}

fn main() {}
