use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(minimum = 1))]
    value: String,
}

fn main() {}
