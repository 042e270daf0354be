use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(required, default = None)]
    label: Option<String>,
}

fn main() {}
