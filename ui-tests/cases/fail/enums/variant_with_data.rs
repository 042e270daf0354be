use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    Active,
    Closed(String),
}

fn main() {}
