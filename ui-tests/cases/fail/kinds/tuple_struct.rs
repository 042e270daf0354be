use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Point(f64, f64);

fn main() {}
