use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(lowercase, trim, uppercase)]
    a: String,
}

fn main() {}
