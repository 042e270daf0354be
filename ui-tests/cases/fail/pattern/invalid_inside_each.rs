use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(pattern = "("))]
    value: Vec<String>,
}

fn main() {}
