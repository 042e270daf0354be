use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(alias = "Konto")]
struct Account {
    id: String,
}

fn main() {}
