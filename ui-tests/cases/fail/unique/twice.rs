use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(unique, unique)]
    value: Vec<String>,
}

fn main() {}
