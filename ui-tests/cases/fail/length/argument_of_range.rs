use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(exclusive_min = 1))]
    value: String,
}

fn main() {}
