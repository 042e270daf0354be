use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(default)]
enum Status {
    Active,
    Closed,
}

fn main() {}
