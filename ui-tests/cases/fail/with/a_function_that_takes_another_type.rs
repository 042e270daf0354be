use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(with = colors)]
    color: u8,
}

mod colors {
    pub fn decode(_: u8) -> Result<u8, String> {
        Ok(1)
    }
}

fn main() {}
