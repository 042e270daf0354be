use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

fn main() {}
