use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Pair(u8, #[connect(default)] u8);

fn main() {}
