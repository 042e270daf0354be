use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each)]
    value: Vec<String>,
}

fn main() {}
