use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(min: 1))]
    value: String,
}

fn main() {}
