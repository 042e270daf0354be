use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(sensitive(true))]
    value: String,
}

fn main() {}
