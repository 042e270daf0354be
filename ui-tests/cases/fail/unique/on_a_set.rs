use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(unique)]
    value: std::collections::HashSet<String>,
}

fn main() {}
