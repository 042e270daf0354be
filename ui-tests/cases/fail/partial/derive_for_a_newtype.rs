use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial(derive(Debug)))]
struct Title(String);

fn main() {}
