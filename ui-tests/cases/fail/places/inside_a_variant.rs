use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    Active,
    #[connect(other)]
    Other(#[connect(strict)] String),
}

fn main() {}
