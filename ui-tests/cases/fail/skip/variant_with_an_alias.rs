use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(skip, alias = "active")]
    Active,
    Closed,
}

fn main() {}
