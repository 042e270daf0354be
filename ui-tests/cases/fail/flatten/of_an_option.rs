use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(flatten)]
    page: Option<Box<Page>>,
}

#[derive(ConnectModel)]
struct Page(u8);

fn main() {}
