use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(ignore_case, untagged)]
enum Id {
    Number(u8),
    Text(String),
}

fn main() {}
