use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Id(#[connect(skip)] u8);

fn main() {}
