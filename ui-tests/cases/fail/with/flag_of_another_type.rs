use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(with = connect_runtime::with::flag)]
    active: u8,
}

fn main() {}
