use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(othr)]
    Unknown(String),
    Closed,
}

fn main() {}
