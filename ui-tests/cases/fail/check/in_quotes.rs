use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(check = "check_it")]
struct Account {
    value: String,
}

fn main() {}
