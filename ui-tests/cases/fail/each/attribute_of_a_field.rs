use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(rename = "id"))]
    value: Vec<String>,
}

fn main() {}
