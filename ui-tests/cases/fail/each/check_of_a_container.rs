use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(check = check))]
    value: Vec<String>,
}

fn main() {}
