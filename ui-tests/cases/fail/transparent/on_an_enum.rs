use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(transparent)]
enum Id {
    Number(u8),
}

fn main() {}
