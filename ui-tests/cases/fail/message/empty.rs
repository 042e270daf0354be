use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(min = 1, message = ""))]
    value: String,
}

fn main() {}
