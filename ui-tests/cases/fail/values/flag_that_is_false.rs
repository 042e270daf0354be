use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(required = false)]
    label: Option<String>,
}

fn main() {}
