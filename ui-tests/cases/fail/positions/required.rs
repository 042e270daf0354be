use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Id(#[connect(required)] Option<u8>);

fn main() {}
