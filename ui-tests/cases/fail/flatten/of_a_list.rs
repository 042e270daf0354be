use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten)]
    names: Option<Vec<String>>,
}

fn main() {}
