use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(default_if("-", 0), none_if("-"), default = Some(1))]
    a: Option<u8>,
}

fn main() {}
