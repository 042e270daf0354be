use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(serde)]
    at: Foreign,
}

struct Foreign;

fn main() {}
