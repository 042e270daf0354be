use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial)]
struct Page<T> {
    items: Vec<T>,
}

fn main() {}
