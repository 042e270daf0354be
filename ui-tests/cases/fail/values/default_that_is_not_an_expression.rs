use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = 1 +)]
    size: u32,
}

fn main() {}
