use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    Active,
    #[connect(other)]
    Unknown,
    #[connect(other)]
    Other(String),
}

fn main() {}
