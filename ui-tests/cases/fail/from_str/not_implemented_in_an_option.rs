use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(from_str)]
    color: Option<Color>,
}

struct Color;

fn main() {}
