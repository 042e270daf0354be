use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(strict, rename_all = "camelCase", default)]
struct Unit;

fn main() {}
