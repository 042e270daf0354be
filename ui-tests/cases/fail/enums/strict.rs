use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(strict)]
enum Status {
    Active,
    Closed,
}

fn main() {}
