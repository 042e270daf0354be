use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(untagged)]
struct Id {
    number: u64,
}

fn main() {}
