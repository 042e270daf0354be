use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    id: u8,
    #[connect(flatten)]
    page: Page,
}

#[derive(ConnectModel)]
struct Page {
    size: u8,
    #[connect(alias = "id")]
    number: u8,
}

fn main() {}
