use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(min = 9, max = 3))]
    value: String,
}

fn main() {}
