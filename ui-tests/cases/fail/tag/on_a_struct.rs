use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
struct Event {
    id: u8,
}

fn main() {}
