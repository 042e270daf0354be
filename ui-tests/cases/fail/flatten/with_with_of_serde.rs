use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(flatten, with = "pages")]
    page: Page,
}

#[derive(ConnectModel)]
struct Page {
    size: u8,
}

fn main() {}
