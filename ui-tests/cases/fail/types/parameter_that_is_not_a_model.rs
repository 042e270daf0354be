use connect_runtime::ConnectModel;

struct Address;

#[derive(ConnectModel)]
struct Page<T> {
    items: Vec<T>,
}

fn read(text: &str) -> Result<Page<Address>, connect_runtime::Report> {
    connect_runtime::from_str(text)
}

fn main() {}
