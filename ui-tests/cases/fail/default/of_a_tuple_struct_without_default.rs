use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(default)]
struct Pair(u8, u8);

fn main() {}
