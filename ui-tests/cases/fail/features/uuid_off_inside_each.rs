use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(uuid))]
    value: Vec<String>,
}

fn main() {}
