use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten)]
    id: Id,
}

#[derive(ConnectModel)]
struct Id(u8);

fn main() {}
