use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(other, alias = "unknown")]
    Unknown,
    Closed,
}

fn main() {}
