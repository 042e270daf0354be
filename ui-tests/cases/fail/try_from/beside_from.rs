use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(try_from = "String", from = "u8")]
struct Model {
    count: u32,
}

impl TryFrom<String> for Model {
    type Error = String;

    fn try_from(_text: String) -> Result<Self, String> {
        Err(String::new())
    }
}

fn main() {}
