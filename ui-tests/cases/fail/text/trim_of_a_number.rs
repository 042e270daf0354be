use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(trim)]
    a: u8,
}

fn main() {}
