use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(other)]
    Other(String, String),
    Closed,
}

fn main() {}
