use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Id(std::time::Instant);

fn main() {}
