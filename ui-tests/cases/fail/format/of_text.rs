use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(format = "%F")]
    at: String,
}

fn main() {}
