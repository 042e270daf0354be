use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Id {
    Number(u64),
    #[connect(untagged)]
    Text(String),
}

fn main() {}
