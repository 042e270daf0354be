use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(unique = true)]
    value: Vec<String>,
}

fn main() {}
