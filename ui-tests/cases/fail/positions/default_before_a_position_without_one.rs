use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Triple(u8, #[serde(default)] u8, u8);

fn main() {}
