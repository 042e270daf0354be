use connect_runtime::ConnectModel;

mod module {
    pub fn decode(_json: &str) -> Result<u32, String> {
        Ok(0)
    }
}

#[derive(ConnectModel)]
struct Model {
    #[connect(keys(with = module), one_or_many)]
    counts: std::collections::HashMap<u32, u32>,
}

fn main() {}
