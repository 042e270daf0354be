use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(default)]
struct Page<T> {
    first: T,
}

fn read(text: &str) -> Result<Page<u8>, connect_runtime::Report> {
    connect_runtime::from_str(text)
}

fn main() {}
