use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with = colors)]
    color: u8,
}

mod colors {
    pub fn decode(_: &str) -> Result<u16, String> {
        Ok(1)
    }
}

fn main() {}
