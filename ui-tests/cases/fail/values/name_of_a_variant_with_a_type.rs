use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
enum Level {
    #[connect(rename = 3)]
    Low,
    #[connect(rename = 4u8)]
    High,
}

fn main() {}
