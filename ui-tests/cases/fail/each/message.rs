use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(length(min = 1), message = "is wrong"))]
    value: Vec<String>,
}

fn main() {}
