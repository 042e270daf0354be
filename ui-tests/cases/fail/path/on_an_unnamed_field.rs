use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account(u8, #[connect(path = "data.id")] u8);

fn main() {}
