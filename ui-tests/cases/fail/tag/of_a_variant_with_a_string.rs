use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(tag = "type")]
enum Event {
    Created(String),
    Numbers(Option<Vec<u8>>),
    Moved,
}

fn main() {}
