use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(rename = concat!("account", "Id"))]
    id: String,
}

fn main() {}
