use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(try_from = "String")]
struct Model {
    count: u32,
}

fn main() {}
