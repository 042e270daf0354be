use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(fallback)]
    at: Color,
}

#[derive(ConnectModel)]
struct Color(u8);

fn main() {}
