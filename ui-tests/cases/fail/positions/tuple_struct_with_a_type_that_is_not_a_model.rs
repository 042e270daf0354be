use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Pair(u8, std::time::Instant);

fn main() {}
