use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with = colors)]
    color: u8,
}

mod colors {
    pub fn decode(text: &str) -> Result<u8, std::num::ParseIntError> {
        text.parse()
    }
}

fn main() {}
