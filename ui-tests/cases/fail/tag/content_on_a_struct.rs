use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(content = "data")]
struct Event {
    id: u8,
}

fn main() {}
