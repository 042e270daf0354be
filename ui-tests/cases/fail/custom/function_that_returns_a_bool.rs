use connect_runtime::ConnectModel;

fn check_it(_: &str) -> bool {
    true
}

#[derive(ConnectModel)]
struct Account {
    #[connect(custom = check_it)]
    value: String,
}

fn main() {}
