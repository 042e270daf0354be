use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(none_if("-"))]
struct Model {
    #[connect(default)]
    a: u8,
}

fn main() {}
