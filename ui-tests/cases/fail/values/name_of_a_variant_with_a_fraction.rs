use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Level {
    #[connect(rename = 1.5)]
    Low,
    #[connect(rename = 2)]
    High,
}

fn main() {}
