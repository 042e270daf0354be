use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(skip, rename = "active")]
    Active,
    Closed,
}

fn main() {}
