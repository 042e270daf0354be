use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(..50))]
    value: String,
}

fn main() {}
