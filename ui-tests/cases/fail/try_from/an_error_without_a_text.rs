use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(try_from = "String")]
struct Model {
    count: u32,
}

struct Silent;

impl TryFrom<String> for Model {
    type Error = Silent;

    fn try_from(_text: String) -> Result<Self, Silent> {
        Err(Silent)
    }
}

fn main() {}
