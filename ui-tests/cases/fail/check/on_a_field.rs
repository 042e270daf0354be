use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(check = check_it)]
    value: String,
}

fn main() {}
