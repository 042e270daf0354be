use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Level {
    #[connect(rename = 3)]
    Low,
    #[connect(rename = "3")]
    High,
}

fn main() {}
