use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(custom = "check_it")]
    value: String,
}

fn main() {}
