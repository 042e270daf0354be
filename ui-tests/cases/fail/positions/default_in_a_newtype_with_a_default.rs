use connect_runtime::ConnectModel;

#[derive(ConnectModel, Default)]
#[serde(default)]
struct Id(#[connect(default = 3)] u8);

fn main() {}
