use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(untagged = true)]
enum Id {
    Number(u64),
}

fn main() {}
