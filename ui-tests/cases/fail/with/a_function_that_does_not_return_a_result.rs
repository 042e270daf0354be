use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with = colors)]
    color: u8,
}

mod colors {
    pub fn decode(_: &str) -> u8 {
        1
    }
}

fn main() {}
