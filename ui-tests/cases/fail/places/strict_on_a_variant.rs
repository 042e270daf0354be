use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(strict)]
    Active,
    Closed,
}

fn main() {}
