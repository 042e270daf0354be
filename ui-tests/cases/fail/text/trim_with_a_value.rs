use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(trim = "start")]
    a: String,
}

fn main() {}
