use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(check(check_it, message = "is wrong"))]
struct Account {
    value: String,
}

fn main() {}
