use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(message = "too long"))]
    value: String,
}

fn main() {}
