use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(required)]
    labels: Vec<Option<String>>,
}

fn main() {}
