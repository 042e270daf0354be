use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(default)]
    Active,
    Closed,
}

fn main() {}
