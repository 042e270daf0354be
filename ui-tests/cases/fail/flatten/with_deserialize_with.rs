use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(flatten, deserialize_with = "read_page")]
    page: Page,
}

#[derive(ConnectModel)]
struct Page {
    size: u8,
}

fn main() {}
