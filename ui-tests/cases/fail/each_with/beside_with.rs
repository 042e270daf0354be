use connect_runtime::ConnectModel;

mod module {
    pub fn decode(_json: &str) -> Result<u32, String> {
        Ok(0)
    }
}

#[derive(ConnectModel)]
struct Model {
    #[connect(each(with = module), with = module)]
    counts: Vec<u32>,
}

fn main() {}
