use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(min = 1))]
    value: Vec<String>,
}

fn main() {}
