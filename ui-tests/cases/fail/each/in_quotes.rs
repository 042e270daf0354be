use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each("email"))]
    value: Vec<String>,
}

fn main() {}
