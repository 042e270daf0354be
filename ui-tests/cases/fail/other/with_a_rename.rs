use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(other, rename = "other")]
    Other(String),
    Closed,
}

fn main() {}
