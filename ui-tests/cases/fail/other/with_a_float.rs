use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(other)]
    Other(f64),
    Closed,
}

fn main() {}
