use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten)]
    status: Status,
}

#[derive(ConnectModel)]
enum Status {
    Active,
}

fn main() {}
