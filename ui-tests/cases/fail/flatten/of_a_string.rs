use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten)]
    name: String,
}

fn main() {}
