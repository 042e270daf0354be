use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(required, skip)]
    label: Option<String>,
}

fn main() {}
