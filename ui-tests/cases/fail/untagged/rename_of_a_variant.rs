use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(untagged)]
enum Id {
    #[connect(rename = "number")]
    Number(u64),
    #[connect(alias = "text")]
    Text(String),
}

fn main() {}
