use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_or_many)]
    names: Vec<Color>,
}

struct Color;

fn main() {}
