use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = "c".into(), one_of("a", "b"))]
    value: String,
}

fn main() {}
