use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Pair(#[connect(rename = "a")] u8, #[connect(alias = "b")] u8);

fn main() {}
