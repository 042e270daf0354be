use connect_runtime::ConnectModel;

struct Handle;

#[derive(ConnectModel)]
struct Account {
    id: String,
    #[connect(skip)]
    handle: Handle,
}

fn main() {}
