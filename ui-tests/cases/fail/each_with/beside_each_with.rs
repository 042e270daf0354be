use connect_runtime::ConnectModel;

mod module {
    pub fn decode(_json: &str) -> Result<u32, String> {
        Ok(0)
    }
}

#[derive(ConnectModel)]
struct Model {
    #[connect(each(with = module, each(with = module)))]
    counts: Vec<Vec<u32>>,
}

fn main() {}
