use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(url(message = "is no link"))]
    value: String,
}

fn main() {}
