use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip_invalid)]
    names: Vec<Color>,
}

struct Color;

fn main() {}
