use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(json_string = true)]
    a: u8,
}

fn main() {}
