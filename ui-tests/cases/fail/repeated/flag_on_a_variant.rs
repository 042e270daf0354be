use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(skip, skip)]
    Active,
    Closed,
}

fn main() {}
