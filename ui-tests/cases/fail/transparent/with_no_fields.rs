use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(transparent)]
struct Id;

fn main() {}
