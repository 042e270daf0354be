use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Nothing;

fn main() {}
