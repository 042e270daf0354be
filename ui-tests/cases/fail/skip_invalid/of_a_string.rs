use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip_invalid)]
    name: String,
}

fn main() {}
