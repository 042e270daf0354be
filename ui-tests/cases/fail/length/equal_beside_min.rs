use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(equal = 3, min = 1))]
    value: String,
}

fn main() {}
