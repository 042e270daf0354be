use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(bound = "T Clone")]
struct Page<T> {
    items: Vec<T>,
}

fn main() {}
