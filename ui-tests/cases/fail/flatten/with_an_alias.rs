use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten, alias = "page")]
    page: Option<Page>,
}

#[derive(ConnectModel)]
struct Page {
    size: u8,
}

fn main() {}
