use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct AccountId(String);

fn main() {}
