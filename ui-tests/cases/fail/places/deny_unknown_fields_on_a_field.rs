use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(deny_unknown_fields)]
    id: String,
}

fn main() {}
