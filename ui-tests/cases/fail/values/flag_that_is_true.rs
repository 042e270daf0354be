use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(required = true)]
    label: Option<String>,
}

fn main() {}
