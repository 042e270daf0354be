use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Level {
    #[connect(rename = 3, alias = "3")]
    Low,
    #[connect(rename = 4)]
    High,
}

fn main() {}
