use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(alias_all = "kebap-case")]
struct Account {
    id: String,
}

fn main() {}
