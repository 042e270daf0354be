use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename = "Konto")]
struct Account {
    id: String,
}

fn main() {}
