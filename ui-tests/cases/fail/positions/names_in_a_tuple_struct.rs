use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = "camelCase", alias_all = "snake_case")]
struct Pair(u8, u8);

fn main() {}
