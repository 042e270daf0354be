use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(mn = 1))]
    value: String,
}

fn main() {}
