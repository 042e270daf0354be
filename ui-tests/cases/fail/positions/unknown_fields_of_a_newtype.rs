use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(deny_unknown_fields)]
struct Id(u8);

fn main() {}
