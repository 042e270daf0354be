use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    Active,
}

#[derive(ConnectModel)]
struct Account {
    #[connect(default)]
    status: Status,
}

fn main() {}
