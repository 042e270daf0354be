use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(null_as_default)]
    at: Color,
}

#[derive(ConnectModel)]
struct Color(u8);

fn main() {}
