use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Pair(u8, #[serde(default)] u8);

fn main() {}
