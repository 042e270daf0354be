use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(min = 1 max = 5))]
    value: String,
}

fn main() {}
