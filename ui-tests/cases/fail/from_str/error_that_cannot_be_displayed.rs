use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(from_str)]
    color: Color,
}

struct Color;

struct Wrong;

impl std::str::FromStr for Color {
    type Err = Wrong;

    fn from_str(_: &str) -> Result<Self, Wrong> {
        Err(Wrong)
    }
}

fn main() {}
