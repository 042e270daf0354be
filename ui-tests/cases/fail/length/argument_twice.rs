use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(min = 1, min = 2))]
    value: String,
}

fn main() {}
