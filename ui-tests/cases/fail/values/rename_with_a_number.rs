use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(rename = 7)]
    id: String,
}

fn main() {}
