use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Id(#[connect(default = 3)] u8);

fn main() {}
