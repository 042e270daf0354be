use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(default_if("-"))]
    a: std::net::IpAddr,
}

fn main() {}
