use connect_runtime::ConnectModel;

#[derive(ConnectModel, Default)]
#[connect(default)]
struct Id(u8);

fn main() {}
