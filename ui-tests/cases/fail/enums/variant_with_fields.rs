use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Status {
    Active,
    Closed { reason: String },
}

fn main() {}
