use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(max = 1.5))]
    value: String,
}

fn main() {}
