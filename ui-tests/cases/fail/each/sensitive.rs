use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(sensitive))]
    value: Vec<String>,
}

fn main() {}
