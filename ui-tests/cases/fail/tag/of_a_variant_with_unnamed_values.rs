use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    Created(u8, u8),
    Moved,
}

fn main() {}
