use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Page<T> {
    #[connect(default)]
    first: T,
}

#[derive(ConnectModel)]
struct Item {
    id: u8,
}

fn read(text: &str) -> Result<Page<Item>, connect_runtime::Report> {
    connect_runtime::from_str(text)
}

fn main() {}
