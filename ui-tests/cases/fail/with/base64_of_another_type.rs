use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(with = connect_runtime::with::base64)]
    active: u8,
}

fn main() {}
