use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    #[connect(other)]
    Other { name: String },
    Closed,
}

fn main() {}
