use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(ip(v4))]
    value: std::net::IpAddr,
}

fn main() {}
