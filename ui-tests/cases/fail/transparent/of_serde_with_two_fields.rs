use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(transparent)]
struct Id(u8, u8);

fn main() {}
