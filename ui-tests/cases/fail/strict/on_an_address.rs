use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(strict)]
    value: Option<std::net::Ipv4Addr>,
}

fn main() {}
