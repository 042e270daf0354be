use connect_runtime::ConnectModel;

fn check_it(_: &Account) {}

#[derive(ConnectModel)]
#[connect(check = check_it)]
struct Account {
    value: String,
}

fn main() {}
