use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(default_if(null))]
struct Model {
    #[connect(rename = "b")]
    a: u8,
}

fn main() {}
