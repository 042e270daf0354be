use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(other)]
    Other(u32),
    Closed,
}

fn main() {}
