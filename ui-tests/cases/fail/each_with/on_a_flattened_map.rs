use connect_runtime::ConnectModel;

mod module {
    pub fn decode(_json: &str) -> Result<u32, String> {
        Ok(0)
    }
}

#[derive(ConnectModel)]
struct Model {
    #[connect(flatten, each(with = module))]
    counts: std::collections::HashMap<String, u32>,
}

fn main() {}
