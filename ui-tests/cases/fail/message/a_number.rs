use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(min = 1, message = 1))]
    value: String,
}

fn main() {}
