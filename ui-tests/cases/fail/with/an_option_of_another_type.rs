use connect_runtime::ConnectModel;

mod module {
    pub fn decode(_json: &str) -> Result<String, String> {
        Ok(String::new())
    }
}

#[derive(ConnectModel)]
struct Model {
    #[connect(with = module)]
    count: Option<u32>,
}

fn main() {}
