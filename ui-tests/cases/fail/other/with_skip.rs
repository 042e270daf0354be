use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(other, skip)]
    Other(String),
    Closed,
}

fn main() {}
