use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(default = "make_size")]
    size: u32,
}

fn make_size() -> String {
    String::new()
}

fn main() {}
