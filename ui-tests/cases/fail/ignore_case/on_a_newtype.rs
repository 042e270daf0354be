use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(ignore_case)]
struct Id(u8);

fn main() {}
