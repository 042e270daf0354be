use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(untagged)]
enum Id {
    Number(u64),
    #[connect(other)]
    Text(String),
}

fn main() {}
