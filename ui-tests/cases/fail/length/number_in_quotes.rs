use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(max = "50"))]
    value: String,
}

fn main() {}
