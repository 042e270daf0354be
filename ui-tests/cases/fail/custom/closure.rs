use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(custom = |value: &str| Ok(()))]
    value: String,
}

fn main() {}
