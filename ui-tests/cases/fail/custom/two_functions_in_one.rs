use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(custom(check_it, check_more))]
    value: String,
}

fn main() {}
